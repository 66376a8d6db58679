// The panel of the preview: what is wrong with the book, above the page, and whether planbook runs.

const folder = "/~preview/";
// How many problems the panel lists; the page of problems has the rest.
const most = 50;

// ---- parts: all text is put in as text

function make(name, className, ...inside) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...inside.filter((part) => part !== null));
  return element;
}

function makeLink(href, ...inside) {
  const link = make("a", "", ...inside);
  link.href = href;
  return link;
}

function makeButton(text, act) {
  const button = make("button", "planbook-button", text);
  button.type = "button";
  button.addEventListener("click", act);
  return button;
}

/** A line that is read out when it changes. */
function makeStatus(className) {
  const line = make("p", className);
  line.setAttribute("role", "status");
  return line;
}

/** The parts of a sentence, in which a word between backticks is one of a file. */
function partsOf(text) {
  const parts = text.split("`");
  const isCode = (index) => index % 2 === 1 && index < parts.length - 1;
  return parts.map((part, index) => isCode(index) ? make("code", "", part) : part);
}

/** An element of words that are in English whatever the language of the panel. */
function english(words, name, className, ...inside) {
  const element = make(name, className, ...inside);
  if (words.is_translated) [element.lang, element.dir] = ["en", "ltr"];
  return element;
}

function makeProblem(words, { code, severity, kind, place, message, note, help, meant, explain, editor }) {
  const where = make("span", "planbook-where", place && editor ? makeLink(editor, place) : place);
  const sentence = (className, text) => text ? english(words, "p", className, ...partsOf(text)) : null;
  return make("li", `planbook-problem planbook-${severity}`,
    make("p", "planbook-place", make("strong", "planbook-kind", kind), place ? where : null),
    sentence("planbook-message", message),
    sentence("planbook-note", note),
    meant ? make("p", "planbook-help", ...partsOf(meant)) : null,
    help ? make("p", "planbook-help", help[0], english(words, "span", "", ...partsOf(help[1]))) : null,
    code ? english(words, "p", "planbook-code", makeLink(folder, make("code", "", code)), explain && `: ${explain}`) : null);
}

function makeList(words, { files, errors, warnings, all }) {
  const list = make("div", "planbook-problems");
  list.id = "planbook-list";
  let room = most;
  for (const { path, problems } of files) {
    if (room <= 0) break;
    const shown = problems.slice(0, room);
    room -= shown.length;
    const title = make("h3", "planbook-path", path || words.whole);
    list.append(make("div", "planbook-file", title, make("ul", "", ...shown.map((problem) => makeProblem(words, problem)))));
  }
  if (errors + warnings > most) list.append(make("p", "planbook-more", makeLink(folder, all)));
  return list;
}

/** A short text that is another one for other problems. */
function fingerprint({ stale, files }) {
  const text = JSON.stringify([stale, files]);
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return `${text.length} ${hash}`;
}

function makeSheet() {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = `${folder}live.css`;
  return sheet;
}

/** The page is moved down by as much as is over it. What the reader looks at stays where it is. */
function makeRoom(host) {
  let height = 0;
  new ResizeObserver(() => {
    const now = host.offsetHeight;
    document.documentElement.style.setProperty("--planbook-height", `${now}px`);
    if (scrollY > 0) scrollBy({ top: now - height, behavior: "instant" });
    height = now;
  }).observe(host);
}

// ---- the panel

/** The panel of a page. What the reader opens and closes is `kept` as long as the problems are the same. */
export function makePanel(kept, words) {
  const host = document.createElement("planbook-preview");
  const counts = makeStatus("planbook-counts");
  const stale = make("p", "planbook-stale");
  const toggle = makeButton("", () => show(list.hidden));
  const buttons = make("div", "planbook-buttons", toggle, makeButton(words.close, close));
  const title = make("h2", "planbook-title", words.title);
  const lost = makeStatus("planbook-preview planbook-lost");
  let list = make("div");
  let key;
  const bar = make("div", "planbook-bar", title, counts, stale, buttons);
  const section = make("section", "planbook-preview planbook-panel", bar, list);

  title.id = "planbook-title";
  section.setAttribute("aria-labelledby", title.id);
  toggle.setAttribute("aria-controls", "planbook-list");
  host.lang = words.language;
  host.dir = words.direction;
  section.hidden = true;
  lost.hidden = true;
  // The sheets of the page do not reach into the panel, nor its own out of it.
  host.attachShadow({ mode: "open" }).append(makeSheet(), section, lost);
  // The same sheet makes room for the panel in the page.
  document.head.append(makeSheet());
  makeRoom(host);
  const [first] = document.body.children;
  // A link that skips the navigation stays the first of the page.
  if (first?.matches('a[href^="#"]')) first.after(host);
  else document.body.prepend(host);

  function show(open) {
    list.hidden = !open;
    toggle.textContent = open ? words.hide : words.show;
    toggle.setAttribute("aria-expanded", open);
    section.hidden = false;
    host.className = "planbook-shown";
    kept.write("panel", { key, open });
  }

  function hide() {
    section.hidden = true;
    host.className = "";
  }

  function close() {
    hide();
    kept.write("panel", { key, closed: true });
  }

  function fill(report) {
    counts.textContent = report.counts;
    stale.textContent = report.stale ? words.stale : "";
    section.classList.toggle("planbook-has-errors", report.errors > 0);
    const next = makeList(words, report);
    list.replaceWith(next);
    list = next;
  }

  return {
    height: () => host.offsetHeight,

    draw(report) {
      const held = host.shadowRoot.activeElement;
      const before = kept.read("panel");
      const next = fingerprint(report);
      if (key === next) return;
      key = next;
      const isSame = before?.key === key;
      if (isSame && before.closed) return;
      fill(report);
      show(isSame ? before.open : report.errors > 0);
      if (held) toggle.focus();
    },

    clear() {
      key = undefined;
      counts.textContent = "";
      hide();
    },

    away(isAway) {
      lost.hidden = !isAway;
      lost.textContent = isAway ? words.away : "";
    },
  };
}
