// What every test of the preview has: a book, its server, a browser, and an end of all three.
import { noFaults } from "../faults.mjs";
import { copyBook } from "./book.mjs";
import { startServer } from "./server.mjs";
import { openTab } from "./tab.mjs";

/** Runs a test with `{ book, server, open }`; `open(path)` gives a tab. A fault in any tab fails the test. */
export async function withPreview(browser, test, { prepare = () => {}, expected, ...options } = {}) {
  const book = copyBook();
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const tabs = [];
  let server;
  try {
    prepare(book);
    server = await startServer(book);
    const open = async (path) => {
      const tab = await openTab(context, path.startsWith("/") ? server.origin + path : server.address(path), { expected });
      tabs.push(tab);
      return tab;
    };
    await test({ book, server, context, open });
    noFaults(tabs.flatMap(({ faults }) => faults));
  } finally {
    await context.close();
    await server?.stop();
    book.end();
  }
}

