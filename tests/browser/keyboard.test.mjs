// The site by keyboard alone: what is focused can be seen, and comes in the order of the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";
import { noFaults } from "./faults.mjs";
import { pages } from "./pages.mjs";
import { serveAll } from "./sites.mjs";

const widths = [1280, 320];
const kinds = ["home", "area", "items", "item-recurring", "agency"];
const mostStops = 400;

let sites, browser;

before(async () => {
  sites = await serveAll();
  browser = await launch();
});
after(() => Promise.all([browser.close(), sites.close()]));

async function start(site, kind, width) {
  const entry = pages.find((page) => page.site === site && page.name === kind);
  const tab = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: "reduce" });
  await open(tab, sites.address(entry), entry);
  return tab;
}

/** Everything that is asked of the element that has the focus. It is null when the focus has left the page. */
const stop = (tab) =>
  tab.evaluate(async () => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const faults = [];

    const before = window.lastStop;
    window.lastStop = element;
    if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.push("out of order");

    // Of a link in several lines, one line is enough.
    // The page is scrolled by whole pixels, so a part of one may be out of view.
    const boxesInView = () => [...element.getClientRects()].filter(({ top, left, bottom, right, width, height }) =>
      width > 0 && height > 0 && top > -1 && left > -1 && bottom < innerHeight + 1 && right < innerWidth + 1);
    // The page is scrolled to it with the next frame.
    const frame = () => new Promise(requestAnimationFrame);
    for (let frames = 0; frames < 5 && boxesInView().length === 0; frames += 1) await frame();
    const inView = boxesInView();
    if (inView.length === 0) faults.push("not in view");
    const uncovered = inView.some(({ left, top, width, height }) => {
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return hit && (element.contains(hit) || hit.contains(element));
    });
    if (inView.length && !uncovered) faults.push("covered");

    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const pixel = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return canvas.getImageData(0, 0, 1, 1).data;
    };
    const luminance = ([r, g, b]) => {
      const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    const behind = (node) => {
      for (let at = node; at; at = at.parentElement) {
        const colour = pixel(getComputedStyle(at).backgroundColor);
        if (colour[3] === 255) return colour;
      }
      return pixel("white");
    };
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) {
      faults.push("no outline");
    } else {
      const [light, dark] = [luminance(pixel(outlineColor)), luminance(behind(element.parentElement))].sort((a, b) => b - a);
      const contrast = (light + 0.05) / (dark + 0.05);
      if (contrast < 3) faults.push(`outline of contrast ${contrast.toFixed(2)}`);
    }
    const name = `${element.localName} ${JSON.stringify((element.textContent || element.ariaLabel || "").trim().slice(0, 40))}`;
    return { faults: faults.map((text) => `${name}: ${text}`), href: element.href ?? "" };
  });

/** Presses Tab until a link whose address ends so has the focus, then Enter. */
async function follow(tab, ending) {
  for (let count = 0; count < mostStops; count += 1) {
    await tab.keyboard.press("Tab");
    const href = await tab.evaluate(() => document.activeElement?.closest("main") && document.activeElement.href);
    if (href?.includes(ending)) {
      await tab.keyboard.press("Enter");
      await tab.waitForURL((address) => address.href === href);
      return;
    }
  }
  assert.fail(`no link to ${ending} can be reached`);
}

for (const width of widths) {
  test(`the first stop is the skip link, which leads to the text, at ${width} px`, async () => {
    for (const kind of kinds) {
      const tab = await start("everything", kind, width);
      const skip = tab.locator(".skip");
      await tab.keyboard.press("Tab");
      assert.ok(await skip.evaluate((link) => link === document.activeElement), `${kind}: it is not first`);
      const box = await skip.boundingBox();
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.height >= 24, `${kind}: it cannot be seen`);
      await tab.keyboard.press("Enter");
      assert.equal(await tab.evaluate(() => document.activeElement.localName), "main", `${kind}: it leads elsewhere`);
      await tab.close();
    }
  });

  test(`every stop can be seen, in the order of the page, and the last leads out, at ${width} px`, async (t) => {
    const faults = [];
    for (const kind of kinds) {
      const tab = await start("everything", kind, width);
      let stops = 0;
      for (; stops < mostStops; stops += 1) {
        await tab.keyboard.press("Tab");
        const seen = await stop(tab);
        if (!seen) break;
        faults.push(...seen.faults.map((text) => `${kind}, stop ${stops + 1}: ${text}`));
      }
      const links = await tab.locator("a[href]:visible").count();
      if (stops < links) faults.push(`${kind}: ${stops} stops, but ${links} links`);
      if (stops === mostStops) faults.push(`${kind}: there is no way out`);
      t.diagnostic(`${kind}: ${stops} stops`);
      await tab.close();
    }
    noFaults(faults);
  });

  test(`the keyboard alone leads from home to an area, an item and an agency, at ${width} px`, async () => {
    const tab = await start("frozen", "home", width);
    await follow(tab, "/areas/3/");
    await follow(tab, "/items/3.1/");
    await follow(tab, "/agencies/");
    assert.ok(await tab.locator("h1").isVisible());
    await tab.close();
  });
}
