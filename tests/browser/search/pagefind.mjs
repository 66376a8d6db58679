// Pagefind over a built site, set up as its documentation suggests: what it may read is marked in the templates.
import { createServer } from "node:http";
import { close, createIndex } from "pagefind";
import { folder } from "../sites.mjs";
import { depth } from "./queries.mjs";

/** All that Pagefind says it cannot do ends the comparison. */
function needed({ errors = [], ...answer }) {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("; ")}`);
  return answer;
}

/** The files that Pagefind makes of a built site, by their paths; and how many pages it found. */
export async function pagefindFiles(site) {
  // What is called 2+2 or 3(1) is a word.
  const { index } = needed(await createIndex({ includeCharacters: "+()." }));
  const { page_count: pages } = needed(await index.addDirectory({ path: folder(site) }));
  const { files } = needed(await index.getFiles());
  await close();
  return { pages, files: new Map(files.map(({ path, content }) => [`/pagefind/${path}`, content])) };
}

/** Serves the files, and at /LANGUAGE an empty page in that language, whose tab may ask Pagefind. */
async function serveFiles(files) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const file = files.get(path);
    const type = path.endsWith(".js") ? "text/javascript" : file ? "application/octet-stream" : "text/html; charset=utf-8";
    response.writeHead(200, { "content-type": type });
    response.end(file ?? `<!doctype html><html lang="${path.slice(1)}"><title>Pagefind</title>`);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}

/** The addresses that Pagefind finds for each query, best first. */
export async function askPagefind(browser, files, queries, options = {}) {
  const { server, origin } = await serveFiles(files);
  const found = new Map();
  for (const language of new Set(queries.map((query) => query.language))) {
    const tab = await browser.newPage();
    await tab.goto(`${origin}/${language}`);
    const asked = queries.filter((query) => query.language === language);
    const answers = await tab.evaluate(async ({ words, depth, options }) => {
      const pagefind = await import("/pagefind/pagefind.js");
      await pagefind.options(options);
      const answers = [];
      for (const word of words) {
        const { results } = await pagefind.search(word);
        const shown = await Promise.all(results.slice(0, depth).map((result) => result.data()));
        answers.push(shown.map(({ url }) => url));
      }
      return answers;
    }, { words: asked.map(({ query }) => query), depth, options });
    asked.forEach((query, at) => found.set(query, answers[at]));
    await tab.close();
  }
  server.close();
  server.closeAllConnections();
  return found;
}
