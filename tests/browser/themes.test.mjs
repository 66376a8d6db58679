// Each theme that comes with the program: accessible in light and dark, in both directions of writing, on a narrow screen, in the
// reader's own colours, on paper, and from the disk.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "./browser.mjs";
import { endedByMoving, noFaults } from "./faults.mjs";
import { root } from "./sites.mjs";
import { buildWith, themeNames } from "./themes.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const paths = ["index.html", "items/3.1/index.html", "items/index.html", "areas/3/index.html", "progress/index.html", "ja/index.html"];
// The default theme has tests of its own.
const themes = themeNames().filter((name) => name !== "default");

let browser;
const sites = {};
before(async () => {
  for (const theme of themes) sites[theme] = buildWith(theme, join(root, "tests/fixtures/security-plan"), "2026-11-24", ["en", "ja"]);
  browser = await launch();
});
after(() => browser.close());

const violations = (tab) =>
  tab.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run({ resultTypes: ["violations"], runOnly });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`));
  }, tags);

/** What stands out at a side of the page, if it can be scrolled there. */
const wideParts = (tab) =>
  tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} px of ${clientWidth} px`] : [];
  });

/** Opens pages one after the other, and notes what is wrong with each. */
async function withPages(theme, options, look) {
  const tab = await browser.newPage({ bypassCSP: true, ...options });
  const faults = [];
  tab.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  tab.on("requestfailed", (request) => {
    // axe-core reads style sheets once more, which no page may do from the disk.
    if (request.resourceType() !== "xhr" && !endedByMoving(request)) faults.push(`failed: ${request.url()}`);
  });
  for (const path of paths) {
    await tab.goto(pathToFileURL(join(sites[theme], path)).href);
    faults.push(...(await look(tab)).map((fault) => `${path}: ${fault}`));
  }
  await tab.close();
  noFaults(faults);
}

test("there are more themes than the default one", () => assert.ok(themes.length >= 2));

for (const theme of themes) {
  for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [320, "light"], [320, "dark"]]) {
    test(`${theme} is accessible at ${width} px in ${colorScheme} mode`, () =>
      withPages(theme, { viewport: { width, height: 900 }, colorScheme }, async (tab) => {
        await tab.evaluate(axe);
        return [...await wideParts(tab), ...await violations(tab)];
      }));
  }

  test(`${theme} runs from right to left`, () =>
    withPages(theme, { viewport: { width: 320, height: 900 } }, async (tab) => {
      await tab.evaluate(() => { document.documentElement.dir = "rtl"; });
      const narrow = await wideParts(tab);
      await tab.setViewportSize({ width: 1280, height: 900 });
      const { menu, brand } = await tab.evaluate(() => {
        const side = (selector) => document.querySelector(selector).getBoundingClientRect();
        return { menu: document.documentElement.clientWidth - side(".site-groups > li").right, brand: document.documentElement.clientWidth - side(".brand a").right };
      });
      const wide = await wideParts(tab);
      await tab.setViewportSize({ width: 320, height: 900 });
      const begins = menu < 80 && brand < 80 ? [] : [`the head begins ${brand} px and ${menu} px from the right`];
      return [...narrow, ...wide, ...begins];
    }));

  test(`${theme} shows where one is in the reader's own colours`, () =>
    withPages(theme, { viewport: { width: 1280, height: 900 }, forcedColors: "active" }, (tab) =>
      tab.evaluate(() => {
        const lists = [...document.querySelectorAll(".site-lists a")];
        const edge = (link) => {
          const style = getComputedStyle(link);
          return [style.borderInlineStartWidth, style.borderInlineStartColor, style.borderBlockEndWidth, style.borderBlockEndColor].join(" ");
        };
        const here = lists.find((link) => link.ariaCurrent);
        return here && lists.some((link) => !link.ariaCurrent && edge(link) === edge(here)) ? ["the list of this page looks like the others"] : [];
      })));

  test(`${theme} prints black on white, without what leads elsewhere`, async () => {
    const tab = await browser.newPage({ colorScheme: "dark" });
    await tab.emulateMedia({ media: "print", colorScheme: "dark" });
    await tab.goto(pathToFileURL(join(sites[theme], "items/3.1/index.html")).href);
    const seen = await tab.evaluate(() => {
      const of = (selector) => getComputedStyle(document.querySelector(selector));
      return {
        paper: of("body").backgroundColor,
        ink: of("body").color,
        head: of(".site-head").backgroundColor,
        link: of(".aside a").color,
        menu: of(".site-head nav").display,
        card: of(".aside").boxShadow,
      };
    });
    await tab.close();
    assert.deepEqual(seen, {
      paper: "rgb(255, 255, 255)",
      ink: "rgb(0, 0, 0)",
      head: "rgba(0, 0, 0, 0)",
      link: "rgb(0, 0, 0)",
      menu: "none",
      card: "none",
    });
  });
}
