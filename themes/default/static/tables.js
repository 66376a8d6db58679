// Sorts and filters the tables that stand beside a toolbar. Without it the toolbars stay hidden.
"use strict";

for (const tools of document.querySelectorAll(".table-tools")) {
  const { lang } = document.documentElement;
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const clean = (text) => text.normalize("NFKC").toLocaleLowerCase(lang);
  const [filter, order, count, none, status] = ["filter", "order", "count", "none", "status"]
    .map((part) => tools.querySelector(`.table-${part}`));

  const tables = [...tools.parentElement.querySelectorAll(".items, .bodies-table")].map((table) => {
    // A line is a row, or the heading of a group of rows, its own group.
    let group;
    const lines = [...table.querySelectorAll("tbody tr")].map((row, index) => {
      if (row.matches(".grp")) group = row;
      const text = clean(`${group ? group.textContent : ""} ${row.textContent}`);
      return { row, index, group, text, body: row.parentElement };
    });
    const rows = lines.filter(({ row, group }) => row !== group);
    return { table, lines, rows, heads: [...table.tHead.rows[0].cells] };
  });

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

  function update() {
    const before = now;
    now = order.selectedIndex;
    if (now !== before) tables.forEach(sort);

    const words = clean(filter.value).split(/\s+/);
    const state = status?.value ? `.st-${status.value}` : "*";
    const counts = { n: 0, all: 0, order: order.value };
    for (const { table, lines, rows } of tables) {
      const found = rows.filter(({ row, text }) =>
        row.querySelector(state) && words.every((word) => text.includes(word)));
      const kept = new Set(found.flatMap(({ row, group }) => now ? row : [row, group]));
      for (const { row } of lines) row.hidden = !kept.has(row);
      const section = tables[1] ? table.closest("section") : table;
      const link = document.querySelector(`.contents [href="#${section.firstElementChild.id}"]`);
      section.hidden = !found.length;
      if (link) link.parentElement.hidden = section.hidden;
      counts.n += found.length;
      counts.all += rows.length;
    }
    const text = count.dataset[now ? "sorted" : "shown"].replace(/{(\w+)}/g, (_, name) => counts[name]);
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
    update();
    filter.focus();
  };
  tools.oninput = update;
  addEventListener("pageshow", update);
  update();
  tools.hidden = false;
}
