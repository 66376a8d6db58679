// The preview in a browser: what is saved is shown, in the same place of the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { startServer } from "./preview/server.mjs";
import { withPreview } from "./preview/stage.mjs";

const item = "content/areas/01-harbour-safety/1.1-signal-code.md";
const title = "One code of signals for all ports";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test("a page shows what was saved, whichever way the editor saves", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("items/1.1/");
    const heading = tab.locator("h1");
    for (const [index, save] of [book.write, book.writeByRenaming, book.writeByRenaming, book.write].entries()) {
      const before = index === 0 ? title : `Title ${index - 1}`;
      await tab.loadsAgain(() => book.edit(item, `title: ${before}\n`, `title: Title ${index}\n`, save));
      await heading.filter({ hasText: `Title ${index}` }).waitFor();
    }
  }));

test("the place in the page, what is folded and the focus stay", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("progress/");
    await tab.setViewportSize({ width: 900, height: 500 });
    const state = () => tab.evaluate(() => ({
      top: scrollY,
      open: [...document.querySelectorAll("details")].map((details) => details.open),
      focus: document.activeElement.textContent,
    }));
    await tab.locator("details.numbers").nth(1).evaluate((details) => { details.open = true; });
    await tab.locator("details.numbers summary").nth(1).focus();
    await tab.evaluate(() => scrollTo(0, 700));
    const before = await state();
    assert.equal(before.top, 700);
    assert.ok(before.open.includes(true) && before.open.includes(false));
    for (const now of ["Another title", "A third title"]) {
      const old = /^title: .*$/m.exec(book.read(item))[0];
      await tab.loadsAgain(() => book.edit(item, old, `title: ${now}`));
      // The page goes back to its place after it was laid out, which a busy machine does later.
      await tab.waitForFunction((top) => scrollY === top, before.top);
      assert.deepEqual(await state(), before);
    }
    // What the reader does by themselves is not undone: a page that they open begins at its top.
    await tab.goto(tab.url());
    assert.equal((await state()).open[1], false);
  }));

test("templates, words and settings are shown", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("about/");
    const shows = (text) => tab.locator("body").filter({ hasText: text }).waitFor();
    await tab.loadsAgain(() => book.write("themes/default/messages/en.toml", 'skip = "Over to the text"\n'));
    await shows("Over to the text");
    const template = '{% extends "base.html" %}{% block main %}<h1>Of my own</h1>{% endblock main %}\n';
    await tab.loadsAgain(() => book.write("themes/default/templates/page.html", template));
    await shows("Of my own");
    await tab.loadsAgain(() => book.edit("book.toml", 'title = "Harbour and River Action Plan"', 'title = "The plan of the port"'));
    await shows("The plan of the port");
  }));

test("a change of style is put on without loading the page again", () =>
  withPreview(browser, async ({ book, open }) => {
    const sheet = "themes/default/style/99-own.css";
    const colour = (tab, wanted) => tab.waitForFunction((wanted) =>
      getComputedStyle(document.querySelector("h1")).color === wanted, wanted);
    const tab = await open("about/");
    // A new file is a new list of files; only then is a change one of style alone.
    await tab.loadsAgain(() => book.write(sheet, "h1 { color: rgb(1, 2, 3); }\n"));
    await colour(tab, "rgb(1, 2, 3)");
    await tab.staysLoaded(async () => {
      for (const now of ["rgb(4, 5, 6)", "rgb(7, 8, 9)", "rgb(10, 11, 12)"]) {
        book.write(sheet, `h1 { color: ${now}; }\n`);
        await colour(tab, now);
      }
      await tab.waitForFunction(() => document.querySelectorAll('head link[href*="assets/style.css"]').length === 1);
    });
    // The next page has the style too.
    await tab.goto(tab.url().replace("about/", "items/1.1/"));
    await colour(tab, "rgb(10, 11, 12)");
  }));

test("files that come, go and get other names are seen", () =>
  withPreview(browser, async ({ book, open }) => {
    const note = "content/pages/harbour-note.md";
    const tab = await open("harbour-note/");
    await tab.locator("h1", { hasText: "not found" }).waitFor();
    await tab.loadsAgain(() => book.write(note, "---\ntitle: A note\norder: 9\n---\n\nHere.\n"));
    await tab.locator("h1", { hasText: "A note" }).waitFor();
    await tab.loadsAgain(() => book.rename(note, "content/pages/port-note.md"));
    await tab.locator("h1", { hasText: "not found" }).waitFor();
    await tab.loadsAgain(() => book.rename("content/pages/port-note.md", note));
    await tab.locator("h1", { hasText: "A note" }).waitFor();
    await tab.loadsAgain(() => book.remove(note));
    await tab.locator("h1", { hasText: "not found" }).waitFor();
  }, { expected: /status of 404/ }));

test("many changes at once end with the newest page", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("items/1.1/");
    const text = book.read(item);
    for (let step = 1; step <= 60; step += 1) {
      book.write(item, text.replace(title, `Step ${step}`));
      book.write(`content/pages/burst-${step % 7}.md`, `---\ntitle: Burst ${step}\n---\n\nText.\n`);
      if (step % 5 === 0) await new Promise((done) => setTimeout(done, 15));
    }
    await tab.locator("h1", { hasText: "Step 60" }).waitFor();
  }));

test("a hidden tab gives its connection back, so that a seventh tab can be open", () =>
  withPreview(browser, async ({ book, open }) => {
    // All tabs of a browser without windows are visible, so they are told that they are not.
    const look = (tab, state) => tab.evaluate((state) => {
      Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
    const tabs = [];
    for (let number = 1; number <= 7; number += 1) {
      // The browser has six connections to a server. If the tabs kept theirs, the seventh page would not come.
      for (const tab of tabs) await look(tab, "hidden");
      tabs.push(await open("items/1.1/"));
      // The panel comes with the first event.
      await tabs.at(-1).locator("planbook-preview").waitFor({ state: "attached" });
    }
    const [first, last] = [tabs[0], tabs.at(-1)];
    await last.loadsAgain(() => book.edit(item, title, "A title for seven tabs"));
    await last.locator("h1", { hasText: "A title for seven tabs" }).waitFor();
    assert.ok((await first.locator("h1").textContent()).endsWith(title), "a hidden tab listens");
    // It learns of what it missed when it is looked at again.
    await first.loadsAgain(() => look(first, "visible"));
    await first.locator("h1", { hasText: "A title for seven tabs" }).waitFor();
  }));

test("a page waits for a server that went away, and then shows what is new", () =>
  withPreview(browser, async ({ book, server, open }) => {
    const tab = await open("items/1.1/");
    await tab.locator("planbook-preview").waitFor({ state: "attached" });
    const notice = tab.locator("planbook-preview [role=status]", { hasText: "planbook is not running" });
    await server.stop();
    await notice.waitFor();
    let again;
    await tab.loadsAgain(async () => {
      book.edit(item, title, "A title of the night");
      again = await startServer(book, { port: server.port });
    });
    await tab.locator("h1", { hasText: "A title of the night" }).waitFor();
    assert.equal(await notice.count(), 0);
    await tab.close();
    await again.stop();
  }, { expected: /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_INCOMPLETE_CHUNKED_ENCODING/ }));
