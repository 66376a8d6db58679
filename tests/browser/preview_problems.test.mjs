// What the preview says about mistakes: in a panel above the page, and on pages of their own.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { noFaults } from "./faults.mjs";
import { withPreview } from "./preview/stage.mjs";
import { artefacts } from "./sites.mjs";

const item = "content/areas/01-harbour-safety/1.1-signal-code.md";
const [right, wrong] = ["locator: Section 1, item (1)", "locater: Section 1, item (1)"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const pictures = join(artefacts, "screenshots/preview");
// The browser itself reports the status of the pages of problems.
const expected = /status of (500|503)/;

let browser;
before(async () => {
  browser = await launch();
  mkdirSync(pictures, { recursive: true });
});
after(() => browser.close());

const breakItem = (book) => book.edit(item, right, wrong);
const mendItem = (book) => book.edit(item, wrong, right);
/** Makes a warning: a file that is not published. */
const stray = (book, name) => book.write(`content/${name}.txt`, "Notes.\n");
const says = (locator, text) => locator.filter({ hasText: text }).waitFor();
const gone = (locator) => locator.waitFor({ state: "hidden" });

test("an error stands above the last good page, with its place, and goes when it is mended", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("items/1.1/");
    const line = book.read(item).split("\n").indexOf(right) + 1;
    await tab.staysLoaded(async () => {
      breakItem(book);
      await says(tab.panel, "1 error");
    });
    await says(tab.panel, "The page shows the last version without errors.");
    await says(tab.panel.locator("h3"), item);
    const problem = tab.panel.locator("li.planbook-error");
    await says(problem, "locater");
    await says(problem, "Help: ");
    await says(problem, "Did you mean locator?");
    await says(problem, "unknown-key: a key that this record does not have");
    const place = problem.getByRole("link", { name: `line ${line}, column 1` });
    assert.equal(await place.getAttribute("href"), `vscode://file${book.folder}/${item}:${line}:1`);
    await says(tab.locator("h1"), "One code of signals");
    // What is mended as it was before gives the same pages.
    await tab.staysLoaded(async () => {
      mendItem(book);
      await gone(tab.panel);
    });
  }, { expected }));

test("an error that is mended in another way shows the new page", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("items/1.1/");
    breakItem(book);
    await says(tab.panel, "1 error");
    await tab.loadsAgain(() => book.write(item, book.read(item).replace(wrong, right).replace("One code", "The one code")));
    await says(tab.locator("h1"), "The one code of signals");
    await gone(tab.panel);
  }, { expected }));

test("warnings are one line, which opens, and stays closed until there are others", () =>
  withPreview(browser, async ({ book, open }) => {
    stray(book, "notes");
    const tab = await open("items/1.1/");
    await says(tab.panel, "1 warning");
    await gone(tab.panel.locator("li"));
    assert.ok((await tab.panel.boundingBox()).height < 60);

    // By the keyboard alone: the panel comes first, after the link that skips it.
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    await says(tab.panel.locator("li.planbook-warning"), "stray-file");
    await tab.keyboard.press("Enter");
    await gone(tab.panel.locator("li"));
    await tab.keyboard.press("Enter");
    await tab.panel.locator("li").waitFor();
    // It stays open when the page is loaded again.
    await tab.loadsAgain(() => book.edit(item, "One code of signals", "A single code of signals"));
    await tab.panel.locator("li").waitFor();

    await tab.panel.getByRole("button", { name: "Close" }).click();
    await gone(tab.panel);
    await tab.loadsAgain(() => book.edit(item, "A single code of signals", "The code of signals"));
    await says(tab.locator("h1"), "The code of signals");
    await tab.locator("planbook-preview").waitFor({ state: "attached" });
    await gone(tab.panel);
    stray(book, "more-notes");
    await says(tab.panel, "2 warnings");
  }));

test("the panel lists fifty problems, and leads to all of them", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("items/1.1/");
    const keys = Array.from({ length: 70 }, (_, n) => `unheard-${n}: 1`).join("\n");
    book.edit(item, right, `${right}\n${keys}`);
    await says(tab.panel, "70 errors");
    assert.equal(await tab.panel.locator("li").count(), 50);
    assert.ok((await tab.panel.boundingBox()).height <= 0.5 * tab.viewportSize().height + 1);
    await tab.panel.getByRole("link", { name: "All 70 problems" }).click();
    await says(tab.locator("h1"), "Problems of the book");
    assert.equal(await tab.locator("li").count(), 70);
    // A page of problems follows the book too, and has no panel.
    await tab.loadsAgain(() => book.edit(item, `\n${keys}`, ""));
    await says(tab.locator("main"), "No problems were found.");
    assert.equal(await tab.panel.count(), 0);
  }, { expected }));

test("a broken template, theme or book.toml is told, and the page comes back", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("about/");
    const mistakes = [
      ["themes/default/templates/page.html", "{% extends 'base.html' %}{% block main %}{{ page. }}{% endblock %}\n"],
      ["themes/default/messages/en.toml", "skip = \n"],
      ["themes/default/theme.toml", "api = \n"],
      ["book.toml", book.read("book.toml").replace("[book]", "[boook")],
    ];
    for (const [path, text] of mistakes) {
      const before = path === "book.toml" ? book.read(path) : undefined;
      book.write(path, text);
      await says(tab.panel.locator("h3"), path);
      await says(tab.locator("h1"), "About this book");
      if (before) book.write(path, before);
      else book.remove(path);
      await gone(tab.panel);
    }
  }, { expected }));

test("a book that was never good shows its problems, and then the page that was asked for", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("items/1.1/");
    await says(tab.locator("h1"), "The book has errors");
    await says(tab.locator("li.planbook-error"), "locater");
    assert.equal(await tab.panel.count(), 0);
    await tab.loadsAgain(() => mendItem(book));
    await says(tab.locator("h1"), "One code of signals");
  }, { prepare: breakItem, expected }));

test("a folder without book.toml, and one that goes away, are told", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("about/");
    const settings = book.read("book.toml");
    book.remove("book.toml");
    await says(tab.panel, "1 error");
    await says(tab.panel, "The page shows the last version without errors.");
    book.write("book.toml", settings);
    await gone(tab.panel);
  }, { expected }));

test("the panel is not printed", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("items/1.1/");
    breakItem(book);
    await says(tab.panel, "1 error");
    await tab.emulateMedia({ media: "print" });
    await gone(tab.panel);
  }, { expected }));

test("the panel moves nothing that is read, and hides nothing that has the focus", () =>
  withPreview(browser, async ({ book, open }) => {
    const tab = await open("progress/");
    await tab.evaluate(() => scrollTo(0, 900));
    const top = () => tab.locator("details.numbers").nth(1).evaluate((it) => Math.round(it.getBoundingClientRect().top));
    const before = await top();
    breakItem(book);
    await says(tab.panel, "1 error");
    await tab.waitForFunction(() => scrollY > 900);
    assert.ok(Math.abs(await top() - before) <= 1, `moved by ${await top() - before} px`);
    for (const width of [1280, 320]) {
      await tab.setViewportSize({ width, height: 900 });
      for (const first of [".site-foot a >> nth=-1", "main a >> nth=20"]) {
        await tab.locator(first).focus();
        for (let step = 0; step < 15; step += 1) {
          await tab.keyboard.press("Shift+Tab");
          const covered = await tab.evaluate(() => {
            const panel = document.querySelector("planbook-preview");
            if (document.activeElement === panel) return "";
            const { top } = document.activeElement.getBoundingClientRect();
            return top < panel.getBoundingClientRect().bottom - 1 ? document.activeElement.outerHTML : "";
          });
          assert.equal(covered, "");
        }
      }
      // The skip link lies over all that is at the top.
      await tab.evaluate(() => scrollTo(0, 0));
      await tab.locator(".skip").focus();
      assert.ok(await tab.evaluate(() => {
        const { left, top, width, height } = document.activeElement.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2) === document.activeElement;
      }), "the skip link is covered");
    }
  }, { expected }));

const violations = (tab) => tab.evaluate(async (runOnly) => {
  const { violations } = await window.axe.run({ resultTypes: ["violations"], runOnly });
  // axe-core does not see that the skip link is first, because the next link is in the tree of the panel.
  const isKnown = ({ id, target }) => id === "region" && target.join() === ".skip";
  return violations.flatMap(({ id, nodes }) =>
    nodes.filter(({ target }) => !isKnown({ id, target })).map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`));
}, tags);

/** Each state of the preview: how to come to it, and what is there then. */
const states = {
  "panel-errors": { act: (book) => { breakItem(book); stray(book, "notes"); }, there: "planbook-preview li" },
  "panel-warnings": { prepare: (book) => stray(book, "notes"), there: "planbook-preview section" },
  "page-of-problems": { path: "/~preview/", prepare: (book) => { breakItem(book); stray(book, "notes"); }, there: "main li" },
  "page-without-problems": { path: "/~preview/", there: "main" },
  "first-build": { prepare: breakItem, there: "main li" },
};

for (const [name, { path = "items/1.1/", prepare, act = () => {}, there }] of Object.entries(states)) {
  test(`${name} breaks no rule of axe-core and fits on a narrow screen, light and dark`, () =>
    withPreview(browser, async ({ book, open }) => {
      const tab = await open(path);
      act(book);
      await tab.locator(there).first().waitFor();
      await tab.evaluate(axe);
      const found = [];
      for (const [width, height] of [[1280, 800], [320, 640]]) {
        for (const colorScheme of ["light", "dark"]) {
          await tab.setViewportSize({ width, height });
          await tab.emulateMedia({ colorScheme });
          await tab.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`) });
          found.push(...(await violations(tab)).map((text) => `${width} px, ${colorScheme}: ${text}`));
          if (await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth)) found.push(`${width} px: too wide`);
        }
      }
      noFaults(found);
    }, { prepare, expected, bypassCSP: true }));
}
