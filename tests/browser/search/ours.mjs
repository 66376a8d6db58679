// The search of a built site, asked as its script asks it, without a browser.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { folder } from "../sites.mjs";

/** Answers queries from the files of one language: the addresses of what is found, best first. */
export function openSearch(site, base) {
  const files = new Map();
  const context = createContext({ planbookSearch: (name, content) => { files.set(name, content); } });
  const run = (path) => runInContext(readFileSync(join(folder(site), path), "utf8"), context, { filename: path });
  const load = (name) => {
    if (!files.has(name)) run(`${base}search/${name}.js`);
    return files.get(name);
  };
  load("list");
  run("assets/search-query.js");
  const { Query } = context.planbookSearch;
  return (text) => {
    let query, found;
    do {
      query?.missing.forEach(load);
      query = new Query(files);
      found = query.best(query.find(text));
    } while (query.missing.size > 0);
    const { each, files: entries } = files.get("list").found;
    return found.map((place) => base + load(entries[Math.floor(place / each)])[place % each][0]);
  };
}

/** The addresses that the site finds for each query, best first. */
export function askOurs(site, queries, baseOf) {
  const searches = new Map();
  return new Map(queries.map((query) => {
    const base = baseOf(query.language);
    if (!searches.has(base)) searches.set(base, openSearch(site, base));
    return [query, searches.get(base)(query.query)];
  }));
}
