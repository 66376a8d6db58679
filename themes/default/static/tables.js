// Sorts and filters the tables that stand beside a toolbar. Without it the toolbars stay hidden.
// A table that is one page of a long list fetches all rows of the list when it is asked for some of them.
"use strict";

// How many rows of a long list are shown.
const MOST = 100;

// Files of rows are scripts that call this, so that they are found on a disk, too.
window.planbookRows = (file) => { document.currentScript.file = file; };
const load = (src) => new Promise((done, fail) => {
  const script = document.createElement("script");
  script.onload = () => done(script.file);
  script.onerror = fail;
  script.src = src;
  document.head.append(script);
});

// The numbers that stand in a file as runs: how far each starts behind the one before, and how long it is.
function numbers(runs) {
  let at = 0;
  const found = [];
  for (let n = 0; n < runs.length; n += 2) {
    at += runs[n];
    for (const end = at + runs[n + 1]; at < end; at += 1) found.push(at);
  }
  return found;
}

// Leaves those of the rows of all items in a table that a list has, in its order.
function choose(table, [, runs, inferred, said = []], grouped, mark) {
  const rows = [...table.querySelectorAll("tbody tr:not(.grp)")];
  const kept = numbers(runs).map((n) => rows[n]);
  if (grouped) {
    const own = new Set(kept);
    for (const row of rows) if (!own.has(row)) row.remove();
    for (const body of [...table.tBodies]) if (!body.rows[1]) body.remove();
  } else {
    const body = document.createElement("tbody");
    for (const row of kept) body.append(row);
    for (const other of [...table.tBodies]) other.remove();
    table.append(body);
  }
  if (!mark) return;
  // Where the roles are those of one agency, its own are marked and no others.
  for (const other of table.querySelectorAll("td .inf")) {
    other.previousSibling.remove();
    other.remove();
  }
  for (const n of numbers(inferred)) {
    const span = document.createElement("span");
    span.className = "inf";
    span.textContent = mark;
    kept[n].querySelector("th > a").after(" ", span);
  }
  for (const [n, html] of said) kept[n].querySelector("th > a").insertAdjacentHTML("afterend", html);
}

for (const tools of document.querySelectorAll(".table-tools")) {
  const { lang } = document.documentElement;
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const clean = (text) => text.normalize("NFKC").toLocaleLowerCase(lang);
  const [filter, order, count, none, status] = ["filter", "order", "count", "none", "status"]
    .map((part) => tools.querySelector(`.table-${part}`));
  // What leads to the search of the site, which looks through texts that no row shows.
  const search = tools.querySelector(".table-search");
  const found = search?.search;
  // What rows are marked with: tags, and values of fields.
  const marks = [...tools.querySelectorAll(".table-tag, .table-field")];

  // The rows of a table and their headings, as they stand there now.
  function read(table) {
    // A line is a row, or the heading of a group of rows, its own group.
    let group;
    const lines = [...table.querySelectorAll("tbody tr")].map((row, index) => {
      if (row.matches(".grp")) group = row;
      const text = clean(`${group ? group.textContent : ""} ${row.textContent}`);
      return { row, index, group, text, body: row.parentElement };
    });
    return { table, lines, rows: lines.filter(({ row, group }) => row !== group), heads: [...table.tHead.rows[0].cells] };
  }
  const tables = [...tools.parentElement.querySelectorAll(".items, .bodies-table")].map(read);

  const list = tools.dataset;
  const pages = list.rows && tools.closest("main").querySelector(".list-pages");
  const own = tables[0].rows.length;
  let asked;
  let whole = !pages;
  function fetchRows() {
    if (asked) return;
    asked = true;
    Promise.all([list.rows, list.own].filter(Boolean).map(load)).then(fill, stay);
  }
  function fill([all, chosen]) {
    // Files of two builds do not fit together.
    if (!all || (list.own && chosen?.[0] !== all[0])) return stay();
    const { table } = tables[0];
    const grouped = table.querySelector(".grp");
    for (const body of [...table.tBodies]) body.remove();
    table.insertAdjacentHTML("beforeend", all[1]);
    if (chosen) choose(table, chosen, grouped, list.mark);
    for (const link of table.querySelectorAll("tbody a")) link.setAttribute("href", list.root + link.getAttribute("href"));
    tables[0] = read(table);
    whole = true;
    now = 0;
    update();
  }
  // Without them there is still this page, and the note that it is no more.
  function stay() {
    whole = true;
    list.from = 0;
    list.all = own;
    tools.querySelector(".table-part").hidden = false;
    update();
  }

  // What a row is sorted by. From the start, a table is in the order of its first column.
  function key({ row, index }, column) {
    if (!column) return `${index}`;
    const cell = row.cells[column];
    const text = (cell.querySelector("th > a") ?? cell).textContent.trim();
    if (cell.matches(".d")) return cell.dataset.v ?? "";
    const place = [...status?.options ?? []].findIndex(({ value }) => cell.querySelector(`.st-${value}`));
    return place < 0 ? text : `${place} ${text}`;
  }

  // The order now; there are two for each column, up and down.
  let now;
  function sort({ table, lines, rows, heads }) {
    const column = now >> 1;
    const down = now % 2;
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
    table.classList.toggle("sorted", now);
    for (const { row, body } of lines) body.append(row);
    if (!now) return;
    const keyed = rows.map((line) => [key(line, column), line.row]);
    keyed.sort(([a], [b]) => !a - !b || (down ? compare(b, a) : compare(a, b)));
    lines[0].body.append(...keyed.map(([, row]) => row));
  }

  // Lines in the order in which they stand in the table.
  function inOrder(found) {
    if (!now) return found;
    const places = new Map([...tables[0].table.rows].map((row, place) => [row, place]));
    return found.sort((a, b) => places.get(a.row) - places.get(b.row));
  }

  function update() {
    const before = now;
    if (search) search.search = `${found}&q=${encodeURIComponent(filter.value)}`;
    // What the page shows by itself is shown without all rows.
    const plain = pages && !order.selectedIndex && !filter.value && !status?.value && marks.every(({ value }) => !value);
    if (!whole && !plain) return fetchRows();
    now = order.selectedIndex;
    if (now !== before) tables.forEach(sort);

    const words = clean(filter.value).split(/\s+/);
    const state = status?.value ? `.st-${status.value}` : "*";
    const marked = marks.filter(({ value }) => value)
      .map(({ value, className }) => `[data-${className.slice(6)}s~="${value}"]`).join("") || "*";
    const counts = { n: 0, all: 0, found: 0, order: order.value };
    for (const { table, lines, rows } of tables) {
      let found = rows.filter(({ row, text }) =>
        row.querySelector(state) && row.matches(marked) && words.every((word) => text.includes(word)));
      counts.found += found.length;
      if (plain) found = whole && asked ? rows.slice(+list.from, +list.from + own) : rows;
      else if (pages) found = inOrder(found).slice(0, MOST);
      const kept = new Set(found.flatMap(({ row, group }) => now ? row : [row, group]));
      for (const { row } of lines) row.hidden = !kept.has(row);
      const section = tables[1] ? table.closest("section") : table;
      const link = document.querySelector(`.contents [href="#${section.firstElementChild.id}"]`);
      section.hidden = !found.length;
      if (link) link.parentElement.hidden = section.hidden;
      counts.n += found.length;
      counts.all += rows.length;
    }
    if (pages) {
      pages.hidden = !plain;
      counts.all = list.all;
    }
    const text = count.dataset[!plain && counts.found > counts.n ? "first" : now ? "sorted" : "shown"].replace(/{(\w+)}/g, (_, name) => counts[name]);
    if (count.textContent !== text) count.textContent = text;
    none.hidden = counts.n > 0;
  }

  for (const { heads } of tables) heads.forEach((head, column) => {
    head.innerHTML = `<span>${head.innerHTML}</span><button>${head.innerHTML}</button>`;
    head.onclick = () => {
      order.selectedIndex = 2 * column + (now === 2 * column);
      update();
    };
  });
  tools.querySelector("button").onclick = () => {
    filter.value = "";
    if (status) status.value = "";
    for (const mark of marks) mark.value = "";
    update();
    filter.focus();
  };
  filter.onkeydown = ({ key: pressed, isComposing }) => {
    if (search && pressed === "Enter" && !isComposing) search.click();
  };
  tools.oninput = update;
  addEventListener("pageshow", update);
  update();
  tools.hidden = false;
}
