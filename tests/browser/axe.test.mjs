// Accessibility rules of axe-core on every kind of page: light and dark, narrow and wide, with and without JavaScript.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";
import { noFaults } from "./faults.mjs";
import { label, pages } from "./pages.mjs";
import { serveAll } from "./sites.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// Without JavaScript a page has no timers, and axe-core waits with them.
const timers = "window.setTimeout = (then, _, ...values) => { Promise.resolve().then(() => then(...values)); return 1; };";
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// The other colour scheme changes colours only; these are the rules that look at them.
const colourRules = ["color-contrast", "link-in-text-block"];
const narrowRules = ["target-size", "scrollable-region-focusable"];

let sites, browser, withScript, withoutScript;

before(async () => {
  sites = await serveAll();
  browser = await launch();
  const tab = async (javaScriptEnabled) => (await browser.newContext({ javaScriptEnabled, bypassCSP: true })).newPage();
  withScript = await tab(true);
  withoutScript = await tab(false);
});
after(() => Promise.all([browser.close(), sites.close()]));

const violations = (tab, runOnly, left = []) =>
  tab.evaluate(async ([runOnly, left]) => {
    const rules = Object.fromEntries(left.map((rule) => [rule, { enabled: false }]));
    const { violations } = await window.axe.run({ resultTypes: ["violations"], runOnly, rules });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`));
  }, [runOnly, left]);

// Narrow pages show what wide ones hide, and the other way round, in the same colours.
const all = [
  [1280, "light", tags],
  [320, "dark", colourRules],
  [320, "light", tags],
];
// The pages of one template have the same parts at the same widths: one of them is looked at in every way. What differs
// between them is their content; where it is narrow, it can be too small and out of reach.
const others = [
  [1280, "light", tags],
  [320, "light", narrowRules],
];
// Without its script a page is laid out as before.
const once = all.slice(0, 1);
const isFirst = ({ template }, n) => pages.findIndex((other) => other.template === template) === n;

// Colours come from style sheets, by elements and classes. To measure them takes longer than all other rules together, so
// a page is measured, in light and in dark, when it has a class that no page before it had on such an element.
const measured = new Set();
const parts = (tab) =>
  tab.evaluate(() => [...new Set([...document.querySelectorAll("[class]")].flatMap(({ localName, classList }) =>
    [...classList].map((name) => `${localName}.${name}`)))]);
async function hasNewParts(tab) {
  const found = (await parts(tab)).filter((part) => !measured.has(part));
  found.forEach((part) => measured.add(part));
  return found.length > 0;
}
const dark = [320, "dark", colourRules];
const withoutColours = (views) => views.filter(([, , rules]) => rules !== colourRules)
  .map(([width, scheme, rules]) => [width, scheme, rules, colourRules]);

async function look(tab, entry, views, prelude = "") {
  const found = [];
  await tab.setViewportSize({ width: 1280, height: 900 });
  await tab.emulateMedia({ colorScheme: "light" });
  await open(tab, sites.address(entry), entry);
  await tab.evaluate(prelude + axe);
  for (const [width, colorScheme, runOnly, left] of await views(tab)) {
    await tab.setViewportSize({ width, height: 900 });
    await tab.emulateMedia({ colorScheme });
    found.push(...(await violations(tab, runOnly, left)).map((text) => `${width} px, ${colorScheme}: ${text}`));
  }
  return found;
}

for (const [n, entry] of pages.entries()) {
  test(`${label(entry)} breaks no rule of axe-core`, async () => {
    const first = isFirst(entry, n);
    const found = await look(withScript, entry, async (tab) => {
      if (!(await hasNewParts(tab))) return withoutColours(first ? all : others);
      return first ? all : [...others, dark];
    });
    // A page without a script is the same page without JavaScript.
    if (first && (await withScript.locator("script").count())) {
      found.push(...(await look(withoutScript, entry, () => once, timers)).map((text) => `without JavaScript, ${text}`));
    }
    noFaults(found);
  });
}
