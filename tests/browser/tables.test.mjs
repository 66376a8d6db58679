// The tables that can be sorted and filtered in place, and what is left of them without JavaScript.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { launch } from "./browser.mjs";
import { fileAddress, root, serveAll } from "./sites.mjs";

const script = join(root, "themes/default/static/tables.js");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const items = { site: "everything", path: "items/index.html" };
const area = { site: "everything", path: "areas/1/index.html" };
const forums = { site: "everything", path: "forums/index.html" };
const agencies = { site: "everything", path: "agencies/index.html" };
const twoTables = { site: "frozen", path: "agencies/au-dfat/index.html" };
const firstPage = { site: "paged", path: "items/index.html" };
const middlePage = { site: "paged", path: "items/page/2/index.html" };
const fewRows = { site: "everything", path: "status/in-progress/index.html" };

let sites, browser;
const contexts = [];
before(async () => {
  sites = await serveAll();
  browser = await launch();
});
afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
after(() => Promise.all([browser.close(), sites.close()]));

async function tabOf({ width = 1280, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...options });
  contexts.push(context);
  return context.newPage();
}

async function visit(entry, options) {
  const tab = await tabOf(options);
  await tab.goto(sites.address(entry));
  return tab;
}

/** The rows that are seen, each as the texts of its cells; headings of groups have one cell. */
const rows = (tab) =>
  tab.evaluate(() => [...document.querySelectorAll("tbody tr")]
    .filter((row) => row.checkVisibility())
    .map((row) => [...row.cells].map((cell) => (cell.querySelector("a, .st") ?? cell).textContent.trim())));
const column = async (tab, n) => (await rows(tab)).map((cells) => cells[n]);
const search = (tab) => tab.getByLabel("Filter by text");
const choice = (tab, name) => tab.getByRole("combobox", { name, exact: true });
const heading = (tab, name) => tab.getByRole("columnheader", { name }).getByRole("button");
const message = (tab) => tab.getByRole("status").textContent();
/** The rows with their bodies and all that is hidden, to compare a table with itself. */
const state = (tab) =>
  tab.evaluate(() => [...document.querySelectorAll("tbody")].map((body) => [...body.rows].map((row) => row.outerHTML)));

test("every column sorts up and down, and the first brings the order of the plan back", async () => {
  const tab = await visit(items);
  const before = await state(tab);
  const all = (await rows(tab)).filter((cells) => cells.length > 1);
  const filledFirst = (n, compare) => {
    const sorted = all.map((cells) => cells[n]).filter(Boolean).sort(compare);
    return [...sorted, ...Array(all.length - sorted.length).fill("")];
  };
  const words = (a, b) => a.localeCompare(b, "en", { numeric: true });
  assert.equal(await tab.locator("[aria-sort]").getAttribute("aria-sort"), "ascending");

  for (const [name, n] of [["Title", 1], ["Lead", 3]]) {
    await heading(tab, name).click();
    assert.equal(await tab.getByRole("columnheader", { name }).getAttribute("aria-sort"), "ascending");
    assert.deepEqual(await column(tab, n), filledFirst(n, words));
    await heading(tab, name).click();
    assert.equal(await tab.getByRole("columnheader", { name }).getAttribute("aria-sort"), "descending");
    assert.deepEqual(await column(tab, n), filledFirst(n, (a, b) => words(b, a)));
    assert.equal(await tab.locator("[aria-sort]").count(), 1);
  }

  const statuses = ["No public information found", "No status stated", "Not started", "In progress", "Continuing",
    "Completed", "On hold", "Closed", "Has no status of its own"];
  const ranks = async () => (await column(tab, 2)).map((text) => statuses.indexOf(text.split(",")[0]));
  await heading(tab, "Status").click();
  const up = await ranks();
  assert.deepEqual(up, [...up].sort((a, b) => a - b));
  assert.ok(!up.includes(-1));
  await heading(tab, "Status").click();
  assert.deepEqual(await ranks(), up.reverse());

  const years = async () => (await column(tab, 4)).map((text) => Number(/\d{4}|$/.exec(text)[0]));
  const filled = all.map((cells) => cells[4]).filter(Boolean).length;
  const none = Array(all.length - filled).fill(0);
  await heading(tab, "Latest").click();
  const oldest = await years();
  assert.deepEqual(oldest, [...oldest.slice(0, filled).sort((a, b) => a - b), ...none]);
  await heading(tab, "Latest").click();
  assert.deepEqual(await years(), [...oldest.slice(0, filled).reverse(), ...none]);

  await heading(tab, "Number").click();
  assert.deepEqual(await state(tab), before);
  await heading(tab, "Number").click();
  assert.deepEqual(await column(tab, 0), all.map((cells) => cells[0]).reverse());
  await heading(tab, "Number").click();
  assert.deepEqual(await state(tab), before);
});

test("equal rows stay in the order of the plan, and dates of any precision are in order", async () => {
  const tab = await visit(items);
  await heading(tab, "Latest").click();
  const sorted = await rows(tab);
  const of = (date) => sorted.filter((cells) => cells[4] === date).map((cells) => cells[0]);
  assert.deepEqual(of("22 May 2024"), ["1.2", "2.5"]);
  await heading(tab, "Latest").click();
  assert.deepEqual((await rows(tab)).filter((cells) => cells[4] === "22 May 2024").map((cells) => cells[0]), ["1.2", "2.5"]);
  const dated = sorted.map((cells) => cells[0]);
  const inOrder = ["2.4", "1.1", "1.4", "2.8", "1.7.b", "2.1.b", "1.7", "1.2"];
  assert.deepEqual(dated.filter((number) => inOrder.includes(number)), inOrder);
});

test("numbers sort as numbers", async () => {
  const tab = await visit(forums);
  await heading(tab, "Updates").first().click();
  for (const table of await tab.locator("table").all()) {
    const counts = (await table.locator("tbody td:last-child").allTextContents()).map(Number);
    assert.deepEqual(counts, [...counts].sort((a, b) => a - b));
  }
});

test("headings of groups show in the order of the plan alone, and only those with rows", async () => {
  const tab = await visit(items);
  const groups = async () => (await rows(tab)).filter((cells) => cells.length === 1).map(([text]) => text.split(" ")[0]);
  assert.deepEqual(await groups(), ["1", "2", "2.9", "2.9.11", "10"]);
  await search(tab).fill("drill");
  assert.deepEqual(await groups(), ["1", "2"]);
  await heading(tab, "Title").click();
  assert.deepEqual(await groups(), []);
  assert.deepEqual(await column(tab, 1), ["Flood drills", "Harbour drills"]);
  await search(tab).fill("");
  assert.deepEqual(await groups(), []);
  await heading(tab, "Number").click();
  assert.deepEqual(await groups(), ["1", "2", "2.9", "2.9.11", "10"]);
});

test("a filter finds all its words anywhere, in any case and width", async () => {
  const tab = await visit(items);
  const numbers = async (text) => {
    await search(tab).fill(text);
    return (await rows(tab)).filter((cells) => cells.length > 1).map(([number]) => number);
  };
  assert.deepEqual(await numbers("RULES port"), ["1.7"]);
  assert.deepEqual(await numbers("port rules"), ["1.7"]);
  assert.deepEqual(await numbers("ｒｕｌｅｓ　ｏｎ"), ["1.7.a", "1.7.b"]);
  assert.deepEqual(await numbers("safe harbours drills"), ["1.2"]);
  assert.deepEqual(await numbers("  "), (await numbers("")));
  assert.equal((await numbers("")).length, 29);
  assert.deepEqual(await numbers("lune deliverable 2.1.a"), ["2.1.a.i"]);
});

test("what is shown is said, and sought again when nothing is left", async () => {
  const tab = await visit(items);
  assert.equal(await message(tab), "29 of 29 shown");
  await search(tab).fill("drill");
  assert.equal(await message(tab), "2 of 29 shown");
  await heading(tab, "Latest").click();
  assert.equal(await message(tab), "2 of 29 shown, sorted by Latest, ascending");
  await search(tab).fill("no such words");
  assert.equal(await message(tab), "0 of 29 shown, sorted by Latest, ascending");
  assert.ok(await tab.getByText("Nothing matches.").isVisible());
  assert.ok(await tab.locator("table").isHidden());
  await tab.getByRole("button", { name: "Show all" }).click();
  assert.equal(await message(tab), "29 of 29 shown, sorted by Latest, ascending");
  assert.ok(await tab.getByText("Nothing matches.").isHidden());
  assert.ok(await search(tab).evaluate((field) => field === document.activeElement));
});

test("a status can be chosen, in the order of the vocabulary, together with words", async () => {
  const tab = await visit(items);
  const status = choice(tab, "Status");
  assert.deepEqual(await status.locator("option").allTextContents(), ["All", "No public information found",
    "No status stated", "Not started", "In progress", "Continuing", "Completed", "On hold", "Closed", "Has no status of its own"]);
  await status.selectOption("Closed");
  assert.equal(await message(tab), "5 of 29 shown");
  await search(tab).fill("withdrawn");
  assert.deepEqual(await column(tab, 0).then((cells) => cells.at(-1)), "2.2");
  await search(tab).fill("harbour drills");
  await tab.getByRole("button", { name: "Show all" }).click();
  assert.equal(await status.inputValue(), "");
  assert.equal(await message(tab), "29 of 29 shown");
});

test("a tag can be chosen, together with a status", async () => {
  const tab = await visit(items);
  const tags = choice(tab, "Tags");
  const names = await tags.locator("option").allTextContents();
  assert.deepEqual(names.slice(0, 2), ["All", "Where: The coast"]);
  await tags.selectOption("Where: The coast");
  assert.equal(await message(tab), "2 of 29 shown");
  await choice(tab, "Status").selectOption("Completed");
  assert.equal(await message(tab), "1 of 29 shown");
  assert.deepEqual((await column(tab, 0)).at(-1), "1.1");
});

test("a value of a declared field can be chosen, together with a tag", async () => {
  const tab = await visit(items);
  const phases = choice(tab, "Phase");
  const names = await phases.locator("option").allTextContents();
  assert.equal(names[0], "All");
  assert.ok(names.includes("partly built"));
  await phases.selectOption("partly built");
  assert.equal(await message(tab), "1 of 29 shown");
  assert.ok((await column(tab, 0)).includes("HS-09"));
  await choice(tab, "Tags").selectOption("Where: The coast");
  assert.equal(await message(tab), "1 of 29 shown");
  await phases.selectOption("built");
  assert.equal(await message(tab), "0 of 29 shown");
  await search(tab).fill("no such item");
  await tab.getByRole("button", { name: "Show all" }).click();
  assert.equal(await phases.inputValue(), "");
  assert.equal(await message(tab), "29 of 29 shown");
});

test("the keyboard alone does all of it", async () => {
  const tab = await visit(items);
  await search(tab).focus();
  await tab.keyboard.type("drills");
  assert.equal(await message(tab), "2 of 29 shown");
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("c");
  assert.equal(await choice(tab, "Status").inputValue(), "continuing");
  await tab.keyboard.press("Tab");
  assert.ok(await choice(tab, "Tags").evaluate((field) => field === document.activeElement));
  await tab.keyboard.press("Tab");
  assert.ok(await choice(tab, "Phase").evaluate((field) => field === document.activeElement));
  const focused = () => tab.evaluate(() => {
    const { textContent } = document.activeElement;
    return `${textContent}: ${getComputedStyle(document.activeElement).outlineStyle}`;
  });
  for (const name of ["Number", "Title", "Status", "Lead", "Latest"]) {
    await tab.keyboard.press("Tab");
    assert.equal(await focused(), `${name}: solid`);
  }
  await tab.keyboard.press("Enter");
  assert.equal(await tab.locator("[aria-sort] button").textContent(), "Latest");
  await tab.keyboard.press("Space");
  assert.equal(await tab.locator("[aria-sort]").getAttribute("aria-sort"), "descending");
  assert.equal(await focused(), "Latest: solid");
});

test("cards are sorted by a list of orders, and their hidden headings take no focus", async () => {
  const tab = await visit(items, { width: 320 });
  assert.equal(await tab.locator("thead button:visible").count(), 0);
  await choice(tab, "Phase").focus();
  await tab.keyboard.press("Tab");
  assert.ok(await choice(tab, "Sort by").evaluate((field) => field === document.activeElement));
  await tab.keyboard.press("Tab");
  assert.equal(await tab.evaluate(() => document.activeElement.closest("tbody") !== null), true);
  await choice(tab, "Sort by").selectOption("Title, descending");
  assert.equal((await column(tab, 1))[0], "Willows along the banks");
  await tab.setViewportSize({ width: 1280, height: 800 });
  assert.equal(await tab.locator("[aria-sort=descending] button").textContent(), "Title");
  assert.ok(await tab.locator(".table-order").isHidden());
});

test("controls are large, and nothing needs more room than 320 pixels", async () => {
  for (const width of [320, 1280]) {
    const tab = await visit(items, { width });
    for (const control of await tab.locator(".table-tools :is(input, select):visible").all()) {
      assert.ok((await control.boundingBox()).height >= 44);
    }
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), width);
    for (const button of await tab.locator("thead button:visible").all()) {
      assert.ok((await button.boundingBox()).height >= 24);
    }
  }
});

test("one toolbar filters the tables of all groups", async () => {
  const tab = await visit(forums);
  assert.equal(await tab.locator(".table-tools").count(), 1);
  const sections = tab.locator("main > section:visible");
  const links = tab.locator(".contents li:visible");
  const all = await sections.count();
  assert.equal(await links.count(), all);
  await search(tab).fill("lune");
  const left = await sections.count();
  assert.ok(left > 0 && left < all);
  assert.equal(await links.count(), left);
  assert.match(await message(tab), new RegExp(`^${(await rows(tab)).length} of \\d+ shown$`));
  await search(tab).fill("no such words");
  assert.equal(await sections.count(), 0);
  assert.ok(await tab.locator(".contents").isHidden());
  await tab.getByRole("button", { name: "Show all" }).click();
  assert.equal(await sections.count(), all);
  await heading(tab, "Name").first().click();
  assert.equal(await tab.locator("[aria-sort=descending]").count(), all);
});

test("two tables with toolbars of their own do not meet", async () => {
  const tab = await visit(twoTables);
  const [first, second] = await tab.getByRole("status").all();
  const before = await second.textContent();
  await search(tab).first().fill("no such words");
  assert.match(await first.textContent(), /^0 of /);
  assert.equal(await second.textContent(), before);
});

test("a short table has no toolbar", async () => {
  const tab = await visit(fewRows);
  assert.equal(await tab.locator(".table-tools, thead button").count(), 0);
  assert.equal(await tab.locator("table").count(), 1);
});

test("the filter is still there when the reader comes back", async () => {
  const tab = await visit(items);
  await search(tab).fill("drills");
  await choice(tab, "Status").selectOption("Continuing");
  await heading(tab, "Title").click();
  const before = await rows(tab);
  await tab.getByRole("link", { name: "Harbour drills" }).click();
  await tab.waitForURL(/1\.2/);
  await tab.goBack();
  assert.equal(await search(tab).inputValue(), "drills");
  assert.deepEqual(await rows(tab), before);
  assert.equal(await message(tab), "2 of 29 shown, sorted by Title, ascending");
});

test("without JavaScript there is a plain table", async () => {
  for (const entry of [items, agencies]) {
    const tab = await visit(entry, { javaScriptEnabled: false });
    assert.ok(await tab.locator(".table-tools").isHidden());
    assert.equal(await tab.locator(".table-tools").boundingBox(), null);
    assert.equal(await tab.getByRole("button").count(), 0);
  }
});

test("nothing moves when the script comes late", async () => {
  for (const entry of [items, area, agencies, forums, twoTables]) {
    for (const width of [320, 600, 1280]) {
      const tab = await tabOf({ width, javaScriptEnabled: true });
      let release;
      const late = new Promise((done) => { release = done; });
      await tab.route("**/assets/tables.js", async (route) => {
        await late;
        await route.continue();
      });
      await tab.addInitScript(() => {
        window.shift = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) window.shift += value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      await tab.goto(sites.address(entry), { waitUntil: "commit" });
      const places = () => tab.evaluate(() => [...document.querySelectorAll("th, td, h2, footer")].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(" ");
      }));
      await tab.locator(".site-foot").waitFor();
      await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.equal(await tab.locator("thead button").count(), 0);
      const before = await places();
      release();
      await tab.locator(".table-tools").first().waitFor();
      await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      assert.deepEqual(await places(), before, `${entry.path} at ${width}`);
      assert.equal(await tab.evaluate(() => window.shift), 0, `${entry.path} at ${width}`);
      await tab.context().close();
    }
  }
});

test("what has the focus is never below the head of the table", async () => {
  const tab = await visit(items, { reducedMotion: "reduce" });
  await tab.getByRole("link", { name: "Review in the fifth year" }).focus();
  for (let n = 0; n < 40; n += 1) {
    const [top, bottom, inside] = await tab.evaluate(() => [
      document.activeElement.getBoundingClientRect().top,
      document.querySelector("thead th").getBoundingClientRect().bottom,
      document.activeElement.closest("tbody") !== null,
    ]);
    if (!inside) break;
    assert.ok(top >= bottom, `${top} is above ${bottom}`);
    await tab.keyboard.press("Shift+Tab");
  }
});

test("print shows the rows of the view, without the toolbar", async () => {
  const tab = await visit(items);
  await search(tab).fill("drills");
  await tab.emulateMedia({ media: "print" });
  assert.ok(await tab.locator(".table-tools").isHidden());
  assert.deepEqual((await rows(tab)).filter((cells) => cells.length > 1).map(([number]) => number), ["1.2", "2.5"]);
});

test("print names the columns, and says by which the rows are sorted", async () => {
  for (const entry of [items, forums, agencies]) {
    const tab = await visit(entry);
    const seen = () => tab.evaluate(() => [...document.querySelectorAll("thead th")].map((head) =>
      [...head.children].filter((child) => child.checkVisibility()).map((child) => child.textContent)));
    const onScreen = (await seen()).flat();
    assert.ok(onScreen.length > 2 && onScreen.every((name) => name.trim()), onScreen.join());
    await tab.emulateMedia({ media: "print" });
    assert.deepEqual((await seen()).flat(), onScreen, entry.path);
    const shapes = await tab.evaluate(() => [...document.querySelectorAll("thead th")].map((head) => {
      const [button] = head.getElementsByTagName("button");
      const tones = ["::before", "::after"].map((sign) => getComputedStyle(button, sign).backgroundColor);
      return head.matches("[aria-sort]") === tones.some((tone) => !tone.startsWith("rgba(0, 0, 0, 0"));
    }));
    assert.ok(shapes.every(Boolean), `${entry.path}: ${shapes}`);
  }
});

test("a table that is sorted and filtered breaks no rule of axe-core", async () => {
  for (const width of [1280, 320]) {
    for (const colorScheme of ["light", "dark"]) {
      const tab = await visit(items, { width, colorScheme, bypassCSP: true });
      await tab.evaluate(axe);
      const violations = async (text) => {
        await search(tab).fill(text);
        return tab.evaluate(async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
          const { violations } = await window.axe.run({ resultTypes: ["violations"], runOnly: tags });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
        });
      };
      assert.deepEqual(await violations("drills"), []);
      assert.deepEqual(await violations("no such words"), []);
      await tab.locator(".table-order").evaluate((field) => {
        field.selectedIndex = 5;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      assert.deepEqual(await violations("river"), []);
    }
  }
});

test("it works from the disk", async () => {
  const tab = await tabOf();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(error.message));
  tab.on("console", (line) => errors.push(line.text()));
  await tab.goto(fileAddress(items));
  await search(tab).fill("drills");
  assert.equal(await message(tab), "2 of 29 shown");
  assert.deepEqual(errors, []);
});

const numbers = async (tab) => (await rows(tab)).filter((cells) => cells.length > 1).map(([number]) => number);
/** Waits for the rows of all pages, which come as a script. */
const says = (tab, text) => tab.getByRole("status").getByText(text, { exact: true }).waitFor();
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

for (const [where, addressOf] of [["a server", (entry) => sites.address(entry)], ["the disk", fileAddress]]) {
  test(`a list in pages is filtered and sorted as a whole, from ${where}`, async () => {
    const tab = await tabOf();
    const faults = [];
    tab.on("pageerror", (error) => faults.push(error.message));
    tab.on("console", (line) => faults.push(line.text()));
    await tab.goto(addressOf(middlePage));
    const own = range(11, 20).map((n) => `1.${n}`);
    assert.deepEqual(await numbers(tab), own);
    assert.equal(await message(tab), "10 of 34 shown");

    await search(tab).fill("rivers");
    await says(tab, "14 of 34 shown");
    assert.deepEqual(await numbers(tab), range(1, 14).map((n) => `2.${n}`));
    assert.ok(await tab.locator(".list-pages").isHidden());
    assert.equal(await tab.locator("tbody tr.grp:not([hidden])").count(), 1);
    await choice(tab, "Status").selectOption("completed");
    assert.deepEqual(await numbers(tab), ["2.3", "2.6", "2.9", "2.12"]);

    // Each link leads from this page to where it led from its own.
    const link = tab.getByRole("link", { name: "Work 77 on rivers" });
    assert.equal(await link.evaluate((element) => element.href), addressOf({ ...middlePage, path: "items/2.3/index.html" }));
    await search(tab).fill("nothing like it");
    assert.deepEqual(await numbers(tab), []);

    // Without a filter there is the page again.
    await tab.getByRole("button", { name: "Show all" }).click();
    assert.deepEqual(await numbers(tab), own);
    assert.ok(await tab.locator(".list-pages").isVisible());

    await heading(tab, "Title").click();
    await says(tab, "34 of 34 shown, sorted by Title, ascending");
    assert.deepEqual((await numbers(tab)).slice(0, 2), ["2.14", "2.13"]);
    await heading(tab, "Number").click();
    assert.deepEqual(await numbers(tab), own);
    assert.deepEqual(faults, []);
  });
}

test("a list in pages asks for its rows when they are needed, and does without them", async () => {
  const tab = await tabOf();
  const asked = [];
  tab.on("request", (request) => request.url().endsWith("rows.js") && asked.push(request.url()));
  await tab.route("**/rows.js", (route) => route.abort());
  await tab.goto(sites.address(firstPage));
  assert.equal(await message(tab), "10 of 34 shown");
  assert.deepEqual(asked, []);
  await search(tab).fill("work 85");
  await says(tab, "1 of 10 shown");
  assert.deepEqual(await numbers(tab), ["1.5"]);
  assert.equal(asked.length, 1);
});

const completed = { site: "paged", path: "status/completed/index.html" };
const unreported = { site: "paged", path: "status/not-reported/page/2/index.html" };
const ofArea = { site: "paged", path: "areas/1/items/page/2/index.html" };
const ofAgency = { site: "paged", path: "agencies/office/leads/page/3/index.html" };
const overdue = { site: "paged", path: "progress/overdue/index.html" };
const note = (tab) => tab.getByText("Filter and order apply to the rows on this page only.");

for (const [where, addressOf] of [["a server", (entry) => sites.address(entry)], ["the disk", fileAddress]]) {
  test(`a list of some items in pages is filtered and sorted as a whole, from ${where}`, async () => {
    const tab = await tabOf();
    const faults = [];
    tab.on("pageerror", (error) => faults.push(error.message));
    tab.on("console", (line) => faults.push(line.text()));

    // A list by status, with headings of areas: 1.3, 1.6 … 1.18, and from the second area 2.3 … 2.12.
    await tab.goto(addressOf(unreported));
    const own = await numbers(tab);
    assert.equal(await message(tab), "10 of 24 shown");
    assert.equal(await tab.locator(".table-status").count(), 0);
    await search(tab).fill("rivers");
    await says(tab, "10 of 24 shown");
    await search(tab).fill("harbours");
    await says(tab, "14 of 24 shown");
    const harbours = range(1, 20).filter((n) => n % 3).map((n) => `1.${n}`);
    assert.deepEqual(await numbers(tab), harbours);
    assert.equal(await tab.locator("tbody tr.grp:not([hidden])").count(), 1);
    assert.ok(await tab.locator(".list-pages").isHidden());
    assert.ok(await note(tab).isHidden());
    const link = tab.getByRole("link", { name: "Work 89 on harbours" });
    assert.equal(await link.evaluate((element) => element.href), addressOf({ ...unreported, path: "items/1.1/index.html" }));
    // What other lists have is in none of its rows.
    await search(tab).fill("work 87");
    await says(tab, "0 of 24 shown");
    assert.ok(await tab.getByText("Nothing matches.").isVisible());
    await tab.getByRole("button", { name: "Show all" }).click();
    assert.deepEqual(await numbers(tab), own);
    assert.ok(await tab.locator(".list-pages").isVisible());
    await heading(tab, "Title").click();
    await says(tab, "24 of 24 shown, sorted by Title, ascending");
    assert.deepEqual((await numbers(tab)).slice(0, 2), ["2.14", "2.13"]);

    // The items of an area: no headings, and a choice of status.
    await tab.goto(addressOf(ofArea));
    assert.equal(await message(tab), "10 of 20 shown");
    await choice(tab, "Status").selectOption("completed");
    await says(tab, "6 of 20 shown");
    assert.deepEqual(await numbers(tab), ["1.3", "1.6", "1.9", "1.12", "1.15", "1.18"]);
    assert.equal(await tab.locator("tbody tr.grp").count(), 0);
    assert.deepEqual(faults, []);
  });
}

test("the rows of a whole list are those of its pages", async () => {
  for (const [entry, pages] of [[completed, 1], [unreported, 3], [ofArea, 2], [ofAgency, 4], [overdue, 2]]) {
    const tab = await tabOf();
    const list = entry.path.replace(/(page\/\d+\/)?index\.html$/, "");
    const texts = () => tab.evaluate(() => [...document.querySelectorAll("tbody tr")]
      .filter((row) => row.checkVisibility())
      .map((row) => [...row.cells].map((cell) => cell.textContent).join("|")));
    const all = [];
    for (let page = 1; page <= pages; page += 1) {
      await tab.goto(sites.address({ ...entry, path: `${list}${page > 1 ? `page/${page}/` : ""}index.html` }));
      all.push(...(await texts()).filter((text) => text.includes("|")));
    }
    await tab.goto(sites.address(entry));
    await search(tab).fill("work");
    await says(tab, `${all.length} of ${all.length} shown`);
    assert.deepEqual((await texts()).filter((text) => text.includes("|")), all, list);
    await tab.context().close();
  }
});

test("a list of the dashboards keeps its last column when it is filtered as a whole", async () => {
  const tab = await visit(overdue);
  assert.equal(await message(tab), "10 of 14 shown");
  await heading(tab, "Schedule").click();
  await says(tab, "14 of 14 shown, sorted by Schedule, ascending");
  // Due in June 2020, 2021, 2022 and 2023.
  const years = [0, 1, 2, 3].flatMap((rest) => range(1, 20).filter((n) => n % 3 && n % 4 === rest));
  assert.deepEqual(await numbers(tab), years.map((n) => `1.${n}`));
  await search(tab).fill("june 2020");
  await says(tab, "4 of 14 shown, sorted by Schedule, ascending");
});

test("a mark of an inferred role is on the rows of the agency whose role it is", async () => {
  const tab = await visit(ofAgency);
  await search(tab).fill("inferred");
  await says(tab, "4 of 34 shown");
  assert.deepEqual(await numbers(tab), ["1.7", "1.14", "2.7", "2.14"]);
  assert.equal(await tab.locator("tbody tr:not([hidden]) th .inf").count(), 4);
  assert.equal(await tab.locator("tbody td .inf").count(), 0);
});

test("the rows of a list are one of its own files and one of all lists, and work under a strict policy", async () => {
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'";
  const tab = await tabOf();
  const asked = [];
  tab.on("request", (request) => request.url().endsWith("rows.js") && asked.push(new URL(request.url()).pathname));
  await tab.route("**/index.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await tab.goto(sites.address(ofArea));
  assert.deepEqual(asked, []);
  await search(tab).fill("work 87");
  await says(tab, "1 of 20 shown");
  await search(tab).fill("work 88");
  await says(tab, "1 of 20 shown");
  assert.deepEqual(asked.sort(), ["/areas/1/items/rows.js", "/items/rows.js"]);
});

test("files of rows that are lost or of two builds leave the page, which says so", async () => {
  const routes = {
    lost: (route) => route.abort(),
    old: (route) => route.fulfill({ contentType: "text/javascript", body: 'planbookRows(["00000000",[0,20],[]])\n' }),
    broken: (route) => route.fulfill({ contentType: "text/javascript", body: "" }),
  };
  for (const [name, answer] of Object.entries(routes)) {
    const tab = await tabOf();
    await tab.route("**/areas/1/items/rows.js", answer);
    await tab.goto(sites.address(ofArea));
    const own = await numbers(tab);
    assert.ok(await note(tab).isHidden());
    await search(tab).fill("work 75");
    await says(tab, "1 of 10 shown");
    assert.deepEqual(await numbers(tab), ["1.15"], name);
    assert.ok(await note(tab).isVisible(), name);
    await search(tab).fill("");
    assert.deepEqual(await numbers(tab), own, name);
    await tab.context().close();
  }
});

test("the keyboard alone filters and sorts a list of some items as a whole", async () => {
  const tab = await visit(ofArea);
  await search(tab).focus();
  await tab.keyboard.type("work");
  await says(tab, "20 of 20 shown");
  // Past the link to the search of the site.
  await tab.keyboard.press("Tab");
  assert.match(await tab.evaluate(() => document.activeElement.href), /\/search\/.*&q=work$/);
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("c");
  await says(tab, "6 of 20 shown");
  for (let n = 0; n < 2; n += 1) await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  await says(tab, "6 of 20 shown, sorted by Title, ascending");
  assert.deepEqual(await numbers(tab), ["1.18", "1.15", "1.12", "1.9", "1.6", "1.3"]);
  assert.equal(await tab.evaluate(() => document.activeElement.textContent), "Title");
});

test("a list of some items that is filtered as a whole breaks no rule of axe-core", async () => {
  for (const width of [1280, 320]) {
    const tab = await visit(ofAgency, { width, bypassCSP: true });
    await tab.evaluate(axe);
    await search(tab).fill("inferred");
    await says(tab, "4 of 34 shown");
    const found = await tab.evaluate(async () => {
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations } = await window.axe.run({ resultTypes: ["violations"], runOnly: tags });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
    });
    assert.deepEqual(found, []);
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), width);
  }
});

test("without JavaScript a list of some items is its page", async () => {
  const tab = await visit(ofArea, { javaScriptEnabled: false });
  assert.ok(await tab.locator(".table-tools").isHidden());
  assert.ok(await tab.locator(".list-pages").isVisible());
  assert.equal((await tab.locator("tbody tr").count()), 10);
});

test("the script is small", () => {
  assert.ok(statSync(script).size <= 9000);
  assert.ok(gzipSync(readFileSync(script), { level: 9 }).length <= 3450);
});
