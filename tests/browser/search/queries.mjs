// The queries that the relevance of the search is measured with, and what the results of a search are worth.
import { readFileSync } from "node:fs";

/** How many results of a query are looked at: who finds nothing among these has found nothing. */
export const depth = 20;

/**
 * The queries of queries.toml. It is read by hand: its values are texts and lists of texts, which in TOML as in JSON are
 * written alike. What is of another form is refused.
 */
export function readQueries() {
  const queries = [];
  const lines = readFileSync(new URL("queries.toml", import.meta.url), "utf8").split("\n");
  for (const [at, line] of lines.entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const [, key, value] = /^(\w+) = (.+)$/.exec(line) ?? [];
    if (line === "[[query]]") queries.push({});
    else if (key && queries.length > 0) queries.at(-1)[key] = JSON.parse(value);
    else throw new Error(`queries.toml:${at + 1}: neither a query nor a key of one`);
  }
  for (const query of queries) {
    if (!query.query || !query.language || !query.kind || !query.right?.length) {
      throw new Error(`queries.toml: this query is not complete: ${JSON.stringify(query)}`);
    }
  }
  return queries;
}

/** The address of a page without its file, a place within it, and the folder of its language. */
export function pageOf(address, base) {
  const path = address.replace(/^\//, "").replace(/[#?].*$/, "").replace(/(^|\/)index\.html$/, "$1");
  return `/${path.startsWith(base) ? path.slice(base.length) : path}`;
}

/** The place of the first right page among those that were found, from 1; or nothing. Each page counts once. */
export function rankOf({ right }, pages) {
  const rank = [...new Set(pages)].slice(0, depth).findIndex((page) => right.includes(page)) + 1;
  return rank || undefined;
}

/** Mean reciprocal rank, and the part of the queries that have a right page among the first three. */
export function figures(ranks) {
  const mean = (worth) => ranks.reduce((sum, rank) => sum + worth(rank), 0) / ranks.length;
  return { reciprocal: mean((rank) => (rank ? 1 / rank : 0)), first3: mean((rank) => (rank <= 3 ? 1 : 0)) };
}
