// What a page must not have, whoever wrote its texts. `inspect` runs in the page.

/**
 * Says what is wrong with the page that is open. `withPolicy`: it has its content security policy; `redirect`: it leads on;
 * `shows`: what its heading says.
 */
export async function inspect({ withPolicy, redirect, shows }) {
  const elements = ["applet", "area", "audio", "base", "dialog", "embed", "fencedframe", "form", "frame", "frameset", "iframe",
    "listing", "map", "marquee", "math", "noscript", "object", "param", "plaintext", "portal", "slot", "source", "style", "svg",
    "template", "textarea", "track", "video", "xmp"];
  const attributes = new Set(["autofocus", "contenteditable", "formaction", "imagesrcset", "is", "nonce", "ping", "popover",
    "srcdoc", "srcset", "style", "target"]);
  const addresses = new Set(["action", "background", "cite", "classid", "codebase", "data", "dynsrc", "formaction", "from", "href",
    "longdesc", "lowsrc", "manifest", "poster", "src", "to", "usemap", "values", "xlink:href"]);
  const namespace = "http://www.w3.org/1999/xhtml";
  const found = [];
  const waiting = [];

  // An element can take the place of a method of the document, but not of its prototype.
  const all = (selector) => [...Document.prototype.querySelectorAll.call(document, selector)];
  const own = (address) => new URL(address, location).origin === location.origin;
  const protocolOf = (address) => {
    try {
      return new URL(address, location).protocol;
    } catch {
      return "none";
    }
  };
  // The theme draws its own charts; a word has no way into one of these places but as text.
  const shapes = ["svg", "g", "rect", "line", "circle", "path", "text", "title", "desc"];
  const drawn = (element) => shapes.includes(element.localName)
    && element.closest(".chart, .heat, .heat-axis, .legend, .series-legend, svg.series, svg.slip-line");
  const isData = (element) => {
    if (element.type !== "application/ld+json") return false;
    try {
      JSON.parse(element.textContent);
      return true;
    } catch {
      return false;
    }
  };
  // The search of the theme: a form that leads nowhere by itself, and what its page says without scripts.
  const ofSearch = (element) => element.matches("form.search[role=search]:not([action], [method]), main > noscript:first-of-type");
  const say = (what, element) => found.push(`${what}: ${element.outerHTML.slice(0, 120)}`);

  for (const element of all(elements.join())) if (!drawn(element) && !ofSearch(element)) say("element", element);
  for (const element of all("*")) {
    const { localName: name } = element;
    if ((element.namespaceURI !== namespace && !drawn(element)) || String(name).includes("-") || element instanceof HTMLUnknownElement) {
      say("foreign element", element);
    }
    if (element.shadowRoot) say("shadow root", element);
    for (const { name: attribute, value } of element.attributes) {
      const key = attribute.toLowerCase();
      if (key.startsWith("on")) {
        say("handler", element);
        waiting.push(() => element.dispatchEvent(new Event(key.slice(2))));
      } else if (attributes.has(key) || !/^[a-z][a-z:-]*$/i.test(key) || (key === "name" && name !== "meta")) {
        if (!(drawn(element) && /^[xy][12]?$/.test(key))) say("attribute", element);
      }
      if (addresses.has(key) && !["http:", "https:", "mailto:", "tel:", "none"].includes(protocolOf(value))) {
        say("address", element);
        waiting.push(() => ["focus", "mouseover", "click"].forEach((type) => element.dispatchEvent(new MouseEvent(type))));
      }
    }
    const asset = (address) => own(address) && new URL(address, location).pathname.includes("/assets/");
    if (name === "script" && !isData(element) && (element.textContent || !asset(element.src))) say("script", element);
    if (name === "img" && !own(element.src)) say("picture", element);
    const follows = element.rel === "alternate" && own(element.href)
      && ["application/json", "application/atom+xml", "application/feed+json", "text/calendar"].includes(element.type)
      || element.rel === "search" && own(element.href) && element.type === "application/opensearchdescription+xml";
    if (name === "link" && element.rel !== "canonical" && !follows && !(["icon", "stylesheet"].includes(element.rel) && asset(element.href))) {
      say("link", element);
    }
    if (name === "meta" && element.httpEquiv) {
      const leadsOn = redirect && element.httpEquiv === "refresh" && /^0; url=(\.\.\/)+[a-z0-9./-]+$/.test(element.content);
      if (!leadsOn && !(withPolicy && element.httpEquiv === "Content-Security-Policy")) say("meta", element);
    }
  }

  if (withPolicy) {
    const policies = all("[http-equiv=Content-Security-Policy]").map(({ content }) => content);
    const strict = policies.length === 1 && /default-src 'none';.*script-src 'self';/.test(policies[0]) && !/unsafe|\*/.test(policies[0]);
    if (!strict) found.push(`policy: ${policies.join(" and ")}`);
  }
  if (shows !== undefined) {
    const plain = (text) => text.replace(/[\s\p{Cc}\ufffd]/gu, "");
    const heading = all("h1").map(({ textContent }) => textContent).join();
    if (!plain(heading).includes(plain(shows))) found.push(`heading: ${heading}`);
  }

  waiting.forEach((act) => act());
  await new Promise((done) => setTimeout(done, waiting.length ? 20 : 0));
  if (window.pwned !== undefined) found.push("ran: window.pwned is set");
  return [...found, ...(window.violations ?? [])];
}

/** A tab whose `visit` opens a page and says what is wrong with it: what is there, what ran, and what it asked for. */
export async function watchedTab(context, origin, open) {
  const tab = await context.newPage();
  let seen = [];
  tab.on("dialog", async (dialog) => {
    seen.push("ran: a dialog opened");
    await dialog.dismiss().catch(() => {});
  });
  tab.on("pageerror", (error) => seen.push(`script: ${error}`));
  tab.on("popup", () => seen.push("a window opened"));
  tab.on("request", (request) => {
    if (!request.url().startsWith(`${origin}/`)) seen.push(`off the site: ${request.url().slice(0, 120)}`);
  });
  await tab.addInitScript(() => document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    (window.violations ??= []).push(`against the policy: ${violatedDirective} ${blockedURI}`);
  }));
  return async (address, options) => {
    seen = [];
    try {
      await open(tab, origin + address, { template: options.redirect ? "redirect" : "" });
      seen.push(...(await tab.evaluate(inspect, options)));
    } catch (error) {
      seen.push(`the page went away: ${error.message.split("\n")[0]}`);
    }
    return seen;
  };
}
