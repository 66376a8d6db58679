// The search: a box in the head of every page, and a page of results. search-query.js finds; this asks for files and shows.
//
// The index is files, each a script that calls planbookSearch(NAME, CONTENT): so they load from a disk, too, and under a
// policy that allows nothing but the scripts of the site. All words come from the page.
"use strict";
{
  const files = new Map();
  window.planbookSearch = (name, content) => { files.set(name, content); };

  const LOST = new Error("a file of the search did not come");
  const loads = new Map();
  // Loads a script once. One that was lost can be asked for again.
  function load(address, isThere) {
    if (!loads.has(address)) {
      loads.set(address, new Promise((done, fail) => {
        const lost = () => {
          loads.delete(address);
          fail(LOST);
        };
        const script = document.createElement("script");
        script.onload = () => (isThere() ? done() : lost());
        script.onerror = lost;
        script.src = address;
        document.head.append(script);
      }));
    }
    return loads.get(address);
  }

  const form = document.querySelector("form.search");
  const { root, found: foundWords, foundOne, all: allWords, kind: kindWord, any: anyWord, unknown: unknownWords } = form.dataset;
  const page = form.closest("main");
  const scope = page ?? form;
  const input = form.querySelector("input");
  const piece = (name) => scope.querySelector(`.search-${name}`);
  const [panel, results, count, said, filters, more] = ["panel", "results", "count", "said", "filters", "more"].map(piece);
  const links = () => [...(panel ?? results).querySelectorAll("a")].filter((link) => link.getClientRects().length);

  const MOST = page ? 15 : 8;
  let limit = MOST;
  // What results are chosen by: values by the keys of their filters.
  const chosen = new Map();
  if (form.dataset.edition) chosen.set("edition", form.dataset.edition);
  // What an address asked for that the site does not have, in words.
  let unknown = [];

  // What is added to the address of the list when a browser must not take an older one.
  let again = "";
  const part = (name) => files.has(name) || load(`${root}search/${name}.js${name === "list" ? again : ""}`, () => files.has(name));
  const query = new URL("search-query.js", document.currentScript.src).href;
  const prepare = () => Promise.all([part("list"), load(query, () => window.planbookSearch.Query)]);

  // Where a part is lost, the site may have been made again since the list came. Once, all is loaded from a new list.
  function isRenewed() {
    if (again || !files.has("list")) return false;
    again = `?${Date.now()}`;
    files.clear();
    for (const address of loads.keys()) if (address !== query) loads.delete(address);
    return true;
  }

  // Elements say in which states of the search they are shown. What has some of the words is found, too.
  function show(state) {
    const states = state === "some" ? ["some", "found"] : [state];
    for (const element of scope.querySelectorAll("[data-when]")) element.hidden = !element.dataset.when.split(" ").some((when) => states.includes(when));
    if (panel) panel.hidden = state === "start";
  }
  let waiting;
  function say(text) {
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (said.textContent !== text) said.textContent = text; }, 600);
  }
  const counted = (n) => (n === 1 ? foundOne : foundWords).replace("{n}", n);

  function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }
  // A text from one place to another, with marks where letters are marked.
  function marked(text, marks, from = 0, to = text.length) {
    const nodes = [];
    for (let at = from, end; at < to; at = end) {
      for (end = at + 1; end < to && marks[end] === marks[at];) end += 1;
      nodes.push(marks[at] ? make("mark", "", text.slice(at, end)) : text.slice(at, end));
    }
    return nodes;
  }
  // About 160 letters around the first that is marked, cut between words where there are blanks.
  function excerpt(text, marks) {
    const first = marks.indexOf(1);
    let from = 0;
    if (first > 80) {
      const blank = text.indexOf(" ", first - 50);
      from = blank >= 0 && blank < first ? blank + 1 : first - 30;
    }
    let to = Math.min(text.length, from + 160);
    const blank = text.lastIndexOf(" ", to);
    if (to < text.length && blank > from + 100) to = blank;
    // Two units of UTF-16 can be one letter.
    const isWithin = (at) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    if (isWithin(from)) from += 1;
    if (isWithin(to)) to -= 1;
    return [from ? "… " : "", ...marked(text, marks, from, to), to < text.length ? " …" : ""];
  }
  // What is not translated says in which language it is.
  function inLanguage(element, code) {
    if (code) Object.assign(element, { lang: code, dir: "auto" });
    return element;
  }
  function result([address, number, title, status, statusWords, place, text, original, isTitleOriginal], kind, marksOf, code) {
    const name = inLanguage(make("span", "", ...marked(title, marksOf(title))), isTitleOriginal && code);
    const link = make("a", "", number && make("span", "n", number), number && " ", name);
    link.href = root + address;
    const of = (words) => [words, marksOf(words)];
    const [own, other] = [of(text), of(original ?? "")];
    const isOther = original && (!text || (!own[1].includes(1) && other[1].includes(1)));
    const meta = [kind && make("span", "", kind), status && make("span", "", make("span", `st st-${status}`, statusWords)),
      place && make("span", "", place)].filter(Boolean);
    return make("li", "", link, make("p", "meta", ...meta), inLanguage(make("p", "excerpt", ...excerpt(...(isOther ? other : own))), isOther && code));
  }

  function showUnknown() {
    const element = page && piece("unknown");
    if (element) Object.assign(element, { textContent: unknown.join(" "), hidden: !unknown.length });
  }
  // Leaves the entries that have all chosen values. Keys that the site does not have choose nothing. Nor do values, but the page
  // says so, and its address does not keep them.
  async function narrowed(list, found) {
    const named = list.filters.filter(({ key }) => chosen.has(key));
    await Promise.all(named.map(({ file }) => part(file)));
    const known = new Map(named.map(({ key, file }) => [key, files.get(file).find(([value]) => value === chosen.get(key))?.[2]]));
    const kind = list.kinds.find(({ key }) => key === chosen.get("kind"));
    if (kind) known.set("kind", "");
    for (const [key, value] of [...chosen]) {
      if (known.get(key) !== undefined) continue;
      const filter = key === "kind" ? kindWord : named.find((one) => one.key === key)?.title;
      if (filter && page) unknown.push(unknownWords.replace(/\{(\w+)\}/g, (_, name) => ({ filter, value })[name]));
      chosen.delete(key);
    }
    if (unknown.length) note("replaceState");
    showUnknown();
    known.delete("kind");
    const sets = [...known.values()].filter(Boolean).map((packed) => new Set(planbookSearch.places(packed)));
    const places = found();
    if (!kind && !sets.length) return places;
    return places.filter((entry) => (!kind || kindOf(list, entry) === kind) && sets.every((set) => set.has(entry)));
  }
  // Those of one kind stand together.
  function kindOf(list, entry) {
    let end = 0;
    return list.kinds.find(({ count }) => entry < (end += count));
  }
  // How many of some entries, which come in order, are of each kind.
  function countsOf(list, found) {
    let [end, from] = [0, 0];
    return new Map(list.kinds.map((kind) => {
      const first = from;
      end += kind.count;
      while (from < found.length && found[from] < end) from += 1;
      return [kind, from - first];
    }));
  }

  let turn = 0;
  // Shows what is found. When something else is typed in the meantime, this is left.
  async function update() {
    const own = turn += 1;
    const isOld = () => own !== turn;
    const text = input.value.trim() && input.value;
    setLinks();
    showUnknown();
    if (!text && !(page && chosen.size)) {
      said.textContent = "";
      clearTimeout(waiting);
      return show("start");
    }
    try {
      if (!files.has("list")) show("loading");
      await prepare();
      const list = files.get("list");
      let query, places;
      do {
        if (query) {
          show("loading");
          await Promise.all([...query.missing].map(part));
        }
        if (isOld()) return;
        query = new planbookSearch.Query(files);
        places = query.find(text);
      } while (query.missing.size);
      const everything = () => (text || !chosen.size ? places : Array.from({ length: list.entries }, (_, entry) => entry));
      const found = await narrowed(list, everything);
      if (!text && !chosen.size) return show("start");
      const { each, files: names } = list.found;
      const fileOf = (entry) => names[Math.floor(entry / each)];
      const best = query.best(found, limit);
      await Promise.all(best.map((entry) => part(fileOf(entry))));
      if (isOld()) return;
      const forms = query.forms();
      const marksOf = (of) => query.marks(of, forms);
      const item = (entry, kind) => result(files.get(fileOf(entry))[entry % each], kind, marksOf, list.original);
      if (page) renderPage(list, found, best, item);
      else {
        results.replaceChildren(...best.map((entry) => item(entry, kindOf(list, entry).title)));
        count.textContent = allWords.replace("{n}", found.length);
      }
      const isSome = query.isPartial && text;
      show(!found.length ? "none" : isSome ? "some" : "found");
      const words = found.length ? counted(found.length) : piece("none").firstElementChild.textContent;
      say([...unknown, found.length && isSome ? piece("some")?.textContent : "", words].filter(Boolean).join(" "));
    } catch (error) {
      if (error !== LOST) throw error;
      if (isOld()) return undefined;
      if (isRenewed()) return update();
      show("failed");
      say(piece("failed").firstElementChild.textContent);
    }
  }
  // Results by kind, the kind of the best one first.
  function renderPage(list, found, best, item) {
    const counts = countsOf(list, found);
    const sections = new Map();
    for (const entry of best) {
      const kind = kindOf(list, entry);
      if (!sections.has(kind)) sections.set(kind, make("ol", "results"));
      sections.get(kind).append(item(entry));
    }
    results.replaceChildren(...[...sections].map(([kind, items]) =>
      make("section", "", make("h2", "", `${kind.title} `, make("span", "n", counts.get(kind))), items)));
    count.textContent = counted(found.length);
    more.hidden = found.length <= limit;
    for (const select of filters.querySelectorAll("select")) select.value = chosen.get(select.name) ?? "";
  }

  // The query as an address says it.
  function params() {
    const text = input.value.trim();
    return new URLSearchParams([...(text ? [["q", text]] : []), ...chosen]).toString();
  }
  function setLinks() {
    for (const link of (page ? document : form).querySelectorAll(page ? ".to-search, .languages a" : ".to-search")) link.search = params();
  }

  // What is being composed with an input method is no text yet, and its keys are none of ours.
  let composing = false;
  function typed(event) {
    composing = event.type === "compositionstart" || event.isComposing === true;
    if (composing) return;
    limit = MOST;
    unknown = [];
    if (page) note(settled && noted ? "pushState" : "replaceState");
    settled = false;
    update();
  }
  for (const type of ["input", "compositionstart", "compositionend"]) input.addEventListener(type, typed);

  function close() {
    turn += 1;
    panel.hidden = true;
  }
  scope.addEventListener("keydown", (event) => {
    if (event.isComposing || composing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape" && panel && !panel.hidden) {
      input.focus();
      close();
      return event.preventDefault();
    }
    // After Escape, the list opens again.
    if (event.key === "ArrowDown" && panel?.hidden && document.activeElement === input && input.value.trim()) {
      event.preventDefault();
      return update();
    }
    const stops = [input, ...links()];
    const at = stops.indexOf(document.activeElement);
    const next = at >= 0 && stops[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  // The key / leads here, where no field takes it and nobody has switched it off.
  const KEY = "planbook-search-key";
  const stored = (act) => { try { return act(localStorage); } catch { return null; } };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { activeElement } = document;
    if (activeElement?.isContentEditable || activeElement?.matches("input, textarea, select")) return;
    if (stored((store) => store.getItem(KEY))) return;
    event.preventDefault();
    input.focus();
    input.select();
  });

  piece("failed").querySelector("button").onclick = () => {
    input.focus();
    update();
    if (filters?.open) fill();
  };

  // The address of the page of results follows the query: a new one when one was typed to its end, else the same.
  let settled = true;
  let noted = "";
  function note(how) {
    noted = params();
    // A browser may refuse where there are too many.
    try { history[how]({ limit }, "", noted ? `?${noted}` : location.pathname); } catch { /* The page works without. */ }
  }
  function read() {
    const given = new URLSearchParams(location.search);
    noted = given.toString();
    input.value = (given.get("q") ?? "").slice(0, input.maxLength);
    chosen.clear();
    unknown = [];
    for (const [key, value] of given) if (key !== "q" && value) chosen.set(key, value);
    limit = history.state?.limit ?? MOST;
    settled = true;
    update();
  }

  // The filters are there when somebody opens them.
  async function fill() {
    try {
      await prepare();
      const list = files.get("list");
      await Promise.all(list.filters.map(({ file }) => part(file)));
      const kinds = list.kinds.filter(({ count }) => count).map(({ key, title }) => [key, title]);
      const all = [{ key: "kind", title: kindWord, values: kinds },
        ...list.filters.map(({ key, title, file }) => ({ key, title, values: files.get(file) }))];
      filters.lastElementChild.replaceChildren(...all.filter(({ values }) => values.length > 1).map(choice));
    } catch (error) {
      if (error !== LOST) throw error;
      if (isRenewed()) return fill();
      show("failed");
    }
  }
  function choice({ key, title, values }) {
    const select = make("select", "", ...[["", anyWord], ...values].map(([value, name]) => new Option(name, value)));
    select.name = key;
    select.value = chosen.get(key) ?? "";
    select.onchange = () => {
      if (select.value) chosen.set(key, select.value);
      else chosen.delete(key);
      limit = MOST;
      unknown = [];
      settled = true;
      note("pushState");
      update();
    };
    return make("label", "", title, select);
  }

  form.onsubmit = (event) => {
    event.preventDefault();
    settled = true;
    if (!page) location.assign(form.querySelector(".to-search").href);
  };
  if (page) {
    filters.ontoggle = () => { if (filters.open && !filters.querySelector("select")) fill(); };
    more.onclick = async () => {
      const before = new Set(links().map(({ href }) => href));
      limit += MOST;
      note("replaceState");
      await update();
      links().find(({ href }) => !before.has(href))?.focus();
    };
    const key = piece("key").querySelector("input");
    key.checked = !stored((store) => store.getItem(KEY));
    piece("key").hidden = false;
    key.onchange = () => stored((store) => (key.checked ? store.removeItem(KEY) : store.setItem(KEY, "off")));
    addEventListener("popstate", read);
    read();
    filters.open = chosen.size > 0;
  } else {
    input.onfocus = () => {
      prepare().catch(() => {});
      update();
    };
    form.addEventListener("focusout", ({ relatedTarget }) => { if (!form.contains(relatedTarget)) close(); });
  }
  form.hidden = false;
}
