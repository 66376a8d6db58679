// The preview in the browser: loads a page again when the book has changed. panel.js says what is wrong with the book.
// What is remembered is kept in the tab: where the reader was, and which panel they closed.
"use strict";

(() => {
  const folder = "/~preview/";
  // How long, in milliseconds, the server may be away before the page says so.
  const patience = 2000;
  // A page of problems lists them itself. It is only loaded again.
  const isReport = document.documentElement.classList.contains("planbook-preview");
  const place = `${location.pathname}${location.search}`;

  const run = Number(document.currentScript.dataset.run);
  let generation = Number(document.currentScript.dataset.generation);
  let stream, lost, panel;
  let leaving = false;

  const kept = {
    // A browser may forbid the storage; then nothing is remembered.
    read(name) {
      try { return JSON.parse(sessionStorage.getItem(`planbook ${name}`)); } catch { return null; }
    },
    write(name, value) {
      try { sessionStorage.setItem(`planbook ${name}`, JSON.stringify(value)); } catch { /* as above */ }
    },
  };

  // ---- the page: loaded again, in the same place

  /** Names by which elements are found again in a page that has changed a little: an id, or what they say and how often. */
  function names(elements) {
    const counts = new Map();
    return elements.map((element) => {
      if (element.id) return `#${element.id}`;
      const says = element.getAttribute("href") ?? element.querySelector("summary")?.textContent ?? element.textContent;
      const name = `${element.localName} ${says.trim()}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return `${name} ${counts.get(name)}`;
    });
  }

  const folds = () => [...document.querySelectorAll("details")];
  const stops = () => [...document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex]")];

  function reload() {
    if (leaving) return;
    leaving = true;
    const [details, focusable] = [folds(), stops()];
    const open = names(details).map((name, index) => [name, details[index].open]);
    const focus = names(focusable)[focusable.indexOf(document.activeElement)];
    // The panel is added to the page later, and moves it down.
    const top = Math.max(0, scrollY - (panel?.height() ?? 0));
    kept.write(place, { left: scrollX, top, open, focus });
    location.reload();
  }

  function restore() {
    const was = kept.read(place);
    if (!was) return;
    kept.write(place, null);
    const [details, focusable, open] = [folds(), stops(), new Map(was.open)];
    names(details).forEach((name, index) => {
      if (open.has(name)) details[index].open = open.get(name);
    });
    if (was.focus) focusable[names(focusable).indexOf(was.focus)]?.focus({ preventScroll: true });
    const scroll = () => scrollTo({ left: was.left, top: was.top, behavior: "instant" });
    scroll();
    const reached = scrollY;
    // Pictures may make the page longer. Who has scrolled meanwhile is left there.
    addEventListener("load", () => { if (scrollY === reached && reached < was.top) scroll(); }, { once: true });
  }

  /** Puts new style sheets in the place of the old ones, which go when the new ones are there. */
  function restyle() {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]:not([data-planbook-old])')) {
      const address = new URL(link.href);
      if (address.origin !== location.origin || address.pathname.startsWith(folder)) continue;
      address.searchParams.set("g", generation);
      const next = link.cloneNode();
      next.href = address.href;
      link.dataset.planbookOld = "";
      next.addEventListener("load", () => link.remove());
      // A sheet that does not come would leave the page bare.
      next.addEventListener("error", () => {
        next.remove();
        delete link.dataset.planbookOld;
      });
      link.after(next);
    }
  }

  // ---- the panel

  async function askFor(name) {
    const answer = await fetch(folder + name, { cache: "no-cache" });
    return answer.json();
  }

  let loaded;
  async function withPanel(act) {
    loaded ??= Promise.all([import(`${folder}panel.js`), askFor("words.json")]);
    try {
      const [{ makePanel }, words] = await loaded;
      panel ??= makePanel(kept, words);
    } catch (error) {
      loaded = undefined;
      throw error;
    }
    act(panel);
  }

  async function askForProblems() {
    const report = await askFor("problems.json");
    // An answer that was overtaken by a newer event says nothing.
    await withPanel((it) => { if (report.generation >= generation) it.draw(report); });
  }

  // What cannot be asked now is asked at the next event.
  const quietly = (promise) => promise.catch(() => {});

  // ---- the events

  function hear(event) {
    const { run: runs, generation: now, change, errors, warnings } = JSON.parse(event.data);
    // A server that was away and came back may be another one, which counts from the beginning.
    const isOther = runs !== run;
    const isNews = now !== generation;
    // The event tells the last step. Of several, the others are not known.
    const isPage = isReport || change === "page" || now > generation + 1;
    generation = now;
    isBack();
    if (isOther || (isNews && isPage)) reload();
    else if (isNews && change === "style") restyle();
    if (leaving || isReport) return;
    // Also when there is no problem: without a server the panel could not be loaded, to say that there is none.
    quietly(errors + warnings > 0 ? askForProblems() : withPanel((it) => it.clear()));
  }

  function isBack() {
    clearTimeout(lost);
    lost = undefined;
    panel?.away(false);
  }

  function isAway() {
    lost ??= setTimeout(() => panel?.away(true), patience);
  }

  function listen() {
    if (stream || document.visibilityState === "hidden") return;
    const own = new EventSource(`${folder}events`);
    stream = own;
    own.addEventListener("generation", hear);
    own.addEventListener("error", () => {
      isAway();
      // Some refusals end a stream for good.
      if (own.readyState !== EventSource.CLOSED || stream !== own) return;
      stream = undefined;
      setTimeout(listen, patience / 2);
    });
  }

  /** A browser has six connections to a server, so a tab that nobody sees gives its own back. */
  function hush() {
    stream?.close();
    stream = undefined;
    isBack();
  }

  restore();
  listen();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") hush();
    else listen();
  });
  addEventListener("pagehide", hush);
  addEventListener("pageshow", listen);
})();
