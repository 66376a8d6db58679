// Two sites on the loopback: the preview of a book, with the headers that a host sends, and a page of somebody else.
import { createServer } from "node:http";
import { copyBook } from "./preview/book.mjs";
import { startServer } from "./preview/server.mjs";

/** Serves `html` as the only page of another origin. */
async function servePage(html) {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/" ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(html);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    // Another name makes it another site, and not only another origin.
    address: `http://localhost:${server.address().port}/`,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

/** A page of another site with this in its body. */
export const foreignPage = (body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Port news</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"></head>
<body>${body}</body></html>`;

/** Runs `test` with the server of a book that has these lines in `[outputs]`, and with `show(html)`, which opens a foreign page. */
export async function withForeignSite(browser, outputs, test) {
  const book = copyBook();
  const servers = [];
  let server;
  const context = await browser.newContext();
  try {
    book.edit("book.toml", "[outputs]\n", `[outputs]\n${outputs}\n`);
    server = await startServer(book);
    const show = async (body, options = {}) => {
      const other = await servePage(foreignPage(body));
      servers.push(other);
      const tab = await browser.newPage(options);
      await tab.goto(other.address);
      return tab;
    };
    await test({ book, server, show });
  } finally {
    await context.close();
    await Promise.all(servers.map((other) => other.close()));
    await server?.stop();
    book.end();
  }
}
