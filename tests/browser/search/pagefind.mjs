// Pagefind over a built site, in the best of the set-ups that its documentation suggests: what it may read, and what says most,
// is marked in the templates; the rest is here, and in docs/search.md.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { folder } from "../sites.mjs";
import { depth } from "./queries.mjs";

/** What is called 2+2, 3(1) or 3.2.a is a word. */
const indexing = { includeCharacters: "+()." };
/** Pages of records with many updates are long, and no worse for it; titles say what a record is. */
const ranking = { termFrequency: 0, metaWeights: { title: 10 } };

/** All that Pagefind says it cannot do ends the comparison. */
function needed({ errors = [], ...answer }) {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
  return answer;
}

/** The files that Pagefind makes of a built site, by their paths; and how many pages can be found in them. */
export async function pagefindFiles(site) {
  const { index } = needed(await createIndex(indexing));
  needed(await index.addDirectory({ path: folder(site) }));
  const { files } = needed(await index.getFiles());
  await close();
  const pages = files.filter(({ path }) => path.startsWith("fragment/")).length;
  return { pages, files: new Map(files.map(({ path, content }) => [`/pagefind/${path}`, content])) };
}

/** The policy of the site with the one word more that Pagefind needs. */
function policyFor(site) {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(folder(site), "index.html"), "utf8"));
  return policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");
}

/** Serves the files, and at /LANGUAGE an empty page in that language, whose tab may ask Pagefind. */
async function serveFiles(files, policy) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = files.get(path);
    const type = path.endsWith(".js") ? "text/javascript" : file ? "application/octet-stream" : "text/html; charset=utf-8";
    response.writeHead(200, { "content-type": type, "content-security-policy": policy });
    response.end(file ?? `<!doctype html><html lang="${path.slice(1)}"><title>Pagefind</title>`);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

/** The addresses that Pagefind finds for each query, best first. */
export async function askPagefind(browser, site, files, queries) {
  const { server, origin } = await serveFiles(files, policyFor(site));
  const found = new Map();
  for (const language of new Set(queries.map((query) => query.language))) {
    const tab = await browser.newPage();
    await tab.goto(`${origin}/${language}`);
    const asked = queries.filter((query) => query.language === language);
    const answers = await tab.evaluate(async ({ words, depth, ranking }) => {
      const pagefind = await import("/pagefind/pagefind.js");
      await pagefind.options({ ranking });
      const answers = [];
      for (const word of words) {
        const { results } = await pagefind.search(word);
        const shown = await Promise.all(results.slice(0, depth).map((result) => result.data()));
        answers.push(shown.map(({ url }) => url));
      }
      return answers;
    }, { words: asked.map(({ query }) => query), depth, ranking });
    asked.forEach((query, at) => found.set(query, answers[at]));
    await tab.close();
  }
  server.close();
  server.closeAllConnections();
  return found;
}
