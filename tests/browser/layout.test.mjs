// The layout holds on narrow screens, with wider spacing, with less motion and with the colours of the reader.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";
import { noFaults } from "./faults.mjs";
import { label, pages } from "./pages.mjs";
import { serveAll } from "./sites.mjs";

// WCAG 1.4.12
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;
const mostLetters = 80;

let sites, browser, tab;

before(async () => {
  sites = await serveAll();
  browser = await launch();
  tab = await browser.newPage({ bypassCSP: true });
  await tab.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries()))
      .observe({ type: "layout-shift", buffered: true });
  });
});
after(() => Promise.all([browser.close(), sites.close()]));

const show = async (entry, width) => {
  await tab.setViewportSize({ width, height: 900 });
  await open(tab, sites.address(entry), entry);
};

/** What stands out to the right of the page, if it can be scrolled there. */
const wideParts = () =>
  tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const within = (element) => element && (getComputedStyle(element).overflowX !== "visible" || within(element.parentElement));
    const out = [...document.body.querySelectorAll("*")].filter((element) =>
      element.getBoundingClientRect().right > clientWidth + 0.5 && !within(element.parentElement));
    const name = ({ localName, id, className }) => localName + (id ? `#${id}` : "") + (className ? `.${className}` : "");
    return [`${scrollWidth} px of ${clientWidth} px: ${out.slice(-3).map(name).join(", ")}`];
  });

/** Boxes that cut off what is in them, except for those that are there for screen readers only. */
const cutParts = () =>
  tab.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => {
        const { overflowX, overflowY, display, clipPath } = getComputedStyle(element);
        if (!element.textContent.trim() || ["none", "inline"].includes(display) || clipPath === "inset(50%)") return false;
        const cuts = (overflow) => ["hidden", "clip"].includes(overflow);
        return (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1)
          || (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1);
      })
      .map(({ localName, className, textContent }) => `${localName}.${className} is cut: ${textContent.trim().slice(0, 60)}`));

/** Parts of the page that were moved after they were shown. A busy machine may show half of a page before it has read
 * the rest; that does not happen each time, so what moves must move again and again. */
const shifts = async (entry, width) => {
  let found = [];
  for (let load = 1; load <= 5; load += 1) {
    if (load > 1) await show(entry, width);
    await tab.waitForTimeout(50);
    found = await tab.evaluate(() =>
      window.shifts.map(({ value, sources }) => `shift of ${value.toFixed(4)}: ${sources.map(({ node }) => node?.nodeName).join(" ")}`));
    if (found.length === 0) break;
  }
  return found;
};

/** Paragraphs of which a line has too many letters, where a letter is half an em wide, as is usual in the fonts of
 * phones and computers. Those of the tests are wider, so that letters cannot be counted. */
const longLines = () =>
  tab.evaluate((most) =>
    [...document.querySelectorAll(".prose p, .prose li, .note, blockquote p, figcaption")]
      .map((element) => {
        const { fontSize, paddingLeft, paddingRight } = getComputedStyle(element);
        const width = element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        return { text: element.textContent.trim(), letters: Math.floor(width / (parseFloat(fontSize) * 0.5)) };
      })
      .filter(({ text, letters }) => text.length > most && letters > most)
      .map(({ text, letters }) => `lines of ${letters} letters: ${text.slice(0, 60)}`), mostLetters);

for (const entry of pages) {
  test(`${label(entry)} keeps its layout`, async () => {
    const faults = [];
    const note = (where, found) => faults.push(...found.map((text) => `${where}: ${text}`));
    await show(entry, 1280);
    note("1280 px", await wideParts());
    note("1280 px", await longLines());
    note("1280 px", await shifts(entry, 1280));
    await show(entry, 320);
    note("320 px", await wideParts());
    note("320 px", await cutParts());
    note("320 px", await shifts(entry, 320));
    await tab.addStyleTag({ content: spacing });
    note("320 px, wider spacing", await wideParts());
    note("320 px, wider spacing", await cutParts());
    noFaults(faults);
  });
}

test("nothing moves for those who want less motion", async () => {
  await tab.emulateMedia({ reducedMotion: "reduce" });
  await show(pages[0], 1280);
  assert.notEqual(await tab.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "smooth");
  const moving = await tab.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => getComputedStyle(element).transitionDuration.split(",").some((time) => parseFloat(time) > 0.01))
      .map((element) => element.localName));
  noFaults(moving);
  assert.equal(await tab.evaluate(() => document.getAnimations().length), 0);
  await tab.emulateMedia({ reducedMotion: null });
});

test("the shapes of statuses can be seen in the reader's own colours", async () => {
  await tab.emulateMedia({ forcedColors: "active" });
  const entry = pages.find(({ template }) => template === "style");
  await show(entry, 1280);
  const { shapes, unseen } = await tab.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("div"));
    probe.style.cssText = "forced-color-adjust: none; background: Canvas";
    const canvas = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const shapes = [...document.querySelectorAll(".st, .mt")];
    const seen = (element) => {
      const style = getComputedStyle(element, "::before");
      const sides = ["Top", "Right", "Bottom", "Left"];
      const drawn = (colour) => colour !== canvas && !/^(transparent|rgba\(.*, 0\))$/.test(colour);
      return sides.some((side) => parseFloat(style[`border${side}Width`]) > 0 && drawn(style[`border${side}Color`]))
        || drawn(style.backgroundColor);
    };
    return { shapes: shapes.length, unseen: shapes.filter((element) => !seen(element)).map(({ className }) => className) };
  });
  await tab.emulateMedia({ forcedColors: null });
  assert.ok(shapes > 10, "the style guide shows the statuses");
  noFaults(unseen);
});
