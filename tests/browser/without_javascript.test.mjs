// With JavaScript turned off nothing is missing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";
import { noFaults } from "./faults.mjs";
import { label, pages } from "./pages.mjs";
import { serveAll } from "./sites.mjs";

let sites, browser, tab;

before(async () => {
  sites = await serveAll();
  browser = await launch();
  tab = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
});
after(() => Promise.all([browser.close(), sites.close()]));

test("every row of every table is shown, and nothing that works with JavaScript only", async () => {
  const faults = [];
  let rows = 0;
  for (const entry of pages) {
    await open(tab, sites.address(entry), entry);
    const { controls, count, hidden } = await tab.evaluate(() => {
      const controls = [...document.querySelectorAll("button, input, select, textarea")]
        .filter((control) => control.checkVisibility())
        .map(({ outerHTML }) => outerHTML.slice(0, 80));
      // What is folded opens without a script.
      for (const fold of document.querySelectorAll("details")) fold.open = true;
      const all = [...document.querySelectorAll("tbody tr")];
      const hidden = all.filter((row) => !row.checkVisibility() || row.getBoundingClientRect().height < 1);
      return { controls, count: all.length, hidden: hidden.map((row) => row.textContent.trim().slice(0, 60)) };
    });
    rows += count;
    faults.push(...hidden.map((text) => `${label(entry)}: hidden: ${text}`));
    faults.push(...controls.map((text) => `${label(entry)}: ${text}`));
  }
  assert.ok(rows > 500, "tables were found");
  noFaults(faults);
});

test("what is folded opens with the mouse and with the keyboard", async () => {
  const faults = [];
  for (const path of ["index.html", "items/index.html", "areas/3/index.html"]) {
    const entry = pages.find((page) => page.site === "frozen" && page.path === path);
    await open(tab, sites.address(entry), entry);
    const folds = tab.locator("details:has(> summary:visible)");
    assert.ok(await folds.count(), `${path} has something folded`);
    for (const fold of await folds.all()) {
      const isOpen = () => fold.evaluate((details) => details.open);
      const summary = fold.locator("> summary");
      const was = await isOpen();
      await summary.click();
      if ((await isOpen()) === was) faults.push(`${path}: a click does nothing`);
      await summary.focus();
      await tab.keyboard.press("Enter");
      if ((await isOpen()) !== was) faults.push(`${path}: Enter does nothing`);
      await tab.keyboard.press("Space");
      if ((await isOpen()) === was) faults.push(`${path}: the space bar does nothing`);
    }
  }
  noFaults(faults);
});

// That each link leads to a page is in links.test.mjs; here a reader takes a way through the site.
test("links lead through the site", async () => {
  const home = pages.find(({ site, name }) => site === "frozen" && name === "home");
  await open(tab, sites.address(home), home);
  for (const [link, path] of [
    ["main a[href='areas/3/index.html']", "/areas/3/index.html"],
    ["main a[href='../../items/3.1/index.html']", "/items/3.1/index.html"],
    ["main .aside a[href^='../../agencies/']", "/agencies/"],
    [".brand a", "/index.html"],
  ]) {
    await tab.locator(link).first().click();
    await tab.waitForURL((address) => address.pathname.startsWith(path));
    assert.ok(await tab.locator("h1").isVisible());
  }
});

test("an old address leads to the new one", async () => {
  const redirect = pages.find(({ template }) => template === "redirect");
  await tab.goto(sites.address(redirect), { waitUntil: "commit" });
  await tab.waitForURL((address) => !address.pathname.endsWith(redirect.path));
  assert.ok(await tab.locator("h1").isVisible());
});
