// Books that no one would keep: one with far too much of everything, one with nothing, one with lists in very short pages.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const longTitle = "Strengthen the arrangements for the exchange of information between the responsible authorities of both countries on the state of the harbours, "
  .repeat(3)
  .slice(0, 299)
  .trim();
const longWord = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstände";
const japanese = "港湾及び河川における安全の確保並びに環境の保全に関する二国間協力の強化のための行動計画の実施状況についての定期的な評価及び報告の仕組みの構築に関する包括的な取組を推進する";

function write(book, path, lines) {
  mkdirSync(dirname(join(book, path)), { recursive: true });
  writeFileSync(join(book, path), `${[lines].flat().join("\n")}\n`);
}

const record = (...lines) => ["---", ...lines.flat(Infinity), "---"];
const day = (n) => new Date(Date.UTC(2021, 0, 1 + 4 * n)).toISOString().slice(0, 10);

/** Long words and long lists; no record has a key that is not required, except for those that the extremes are made of. */
export function writeExtremesBook(book) {
  write(book, "book.toml", ["[book]", 'title = "Extremes"', "[outputs]", "embed = true"]);
  write(book, "content/plan.md", record("title: Extremes", "parties: [Arland, Boria]", "adopted: 2020-01-01"));
  const item = (id, title, ...more) =>
    write(book, `content/areas/01-all/${id}-item.md`, record(`title: ${title}`, "kind: continuing", more));

  write(book, "content/areas/01-all/area.md", record("number: 1", `title: ${longTitle}`));
  write(book, "content/areas/02-none/area.md", record("number: 2", "title: An area without items"));
  write(book, "content/areas/03-japanese/area.md", record("number: 3", `title: ${japanese}`));
  write(book, "content/areas/04-word/area.md", record("number: 4", `title: ${longWord}`));

  const agencies = Array.from({ length: 200 }, (_, n) => `agency-${n + 1}`);
  const names = { 2: longTitle, 3: longWord, 4: japanese };
  agencies.forEach((id, n) =>
    write(book, `content/agencies/${id}.md`, record(`name: ${names[n + 1] ?? `Agency ${n + 1}`}`)));

  const updates = Array.from({ length: 300 }, (_, n) => [`  - date: ${day(n)}`, `    note: Step ${n + 1} was taken.`]);
  item("1.1", "An item with three hundred updates", "updates:", updates.flat());
  item("1.2", longTitle, `text: ${longTitle}`, "lead: [agency-2, agency-3]");
  item("1.3", longWord, `text: ${longWord}`, "lead: [agency-3]");
  item("1.4", japanese, `text: ${japanese}`, "lead: [agency-4]");
  item("1.5", "An item without updates");
  item("1.6", "An item with two hundred agencies", `lead: [${agencies.join(", ")}]`);
  item("1.6.a", longWord);
  item("1.6.b", japanese);
  for (let n = 7; n < 50; n += 1) item(`1.${n}`, `Item ${n}`);
  write(book, "content/updates/2024-01-01-long.md", [
    ...record("date: 2024-01-01", `title: ${longTitle}`, 'items: ["1.2", "1.3", "1.4"]'), longWord, "", japanese]);
  write(book, "content/updates/2024-01-02-word.md", record("date: 2024-01-02", `title: ${longWord}`, "plan: true"));
  write(book, "content/updates/2024-01-03-japanese.md", record("date: 2024-01-03", `title: ${japanese}`, 'areas: ["1"]'));
}

/** The least that is a book. */
export function writeEmptyBook(book) {
  write(book, "book.toml", ["[book]", 'title = "A plan to come"']);
  write(book, "content/plan.md", record("title: A plan to come", "parties: [Arland]", "adopted: 2024-01-01"));
}

/** Lists in pages of ten rows: 34 items in two areas, all led by one agency, every third of them completed, the
 * others of the first area overdue. */
export function writePagedBook(book) {
  write(book, "book.toml", ["[book]", 'title = "Pages"', "[lists]", "page-size = 10"]);
  write(book, "content/plan.md", record("title: Pages", "parties: [Arland]", "adopted: 2020-01-01"));
  write(book, "content/agencies/office.md", record("name: Office"));
  for (const [area, title, count] of [[1, "Harbours", 20], [2, "Rivers", 14]]) {
    write(book, `content/areas/0${area}-area/area.md`, record(`number: ${area}`, `title: ${title}`));
    for (let n = 1; n <= count; n += 1) {
      const done = ["updates:", "  - date: 2023-05-01", "    note: It was done.", "    status: completed", "    evidence: [{title: Minutes, url: https://a.example/}]"];
      // One item has a history of three pages.
      if (area === 2 && n === 12) {
        for (let month = 1; month <= 23; month += 1) {
          const date = `${2021 + Math.floor(month / 12)}-${String(month % 12 + 1).padStart(2, "0")}-15`;
          done.splice(1, 0, `  - date: ${date}`, `    note: Work went on (report ${month}).`);
        }
      }
      write(book, `content/areas/0${area}-area/${area}.${n}-item.md`, record(
        `title: Work ${100 - 10 * area - n} on ${title.toLowerCase()}`, "kind: deliverable", area === 1 && n % 3 ? `due: ${2020 + n % 4}-06` : [], n % 7 ? "lead: [office]" : "lead: [{agency: office, basis: inferred}]", n % 3 ? [] : done));
    }
  }
}
