// A card of an item in a page of another site: shown there, and nothing else of the site is.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { withForeignSite } from "./foreign.mjs";
import { artefacts } from "./sites.mjs";

const shots = join(artefacts, "screenshots/embed");
const title = "One code of signals for all ports";

let browser;
before(async () => {
  mkdirSync(shots, { recursive: true });
  browser = await launch();
});
after(() => browser.close());

const framed = (address, attributes = "") => `<h1>Port news</h1><iframe src="${address}" ${attributes}></iframe>`;

/** The frame of a foreign page, when it has loaded. */
async function frameOf(tab) {
  await tab.waitForLoadState("load");
  return tab.frames()[1];
}

/** Whether the frame shows a page of the site. A browser shows one of its own in the place of what it is refused. */
async function isShown(tab) {
  const frame = await frameOf(tab);
  return (await frame.locator("main").count()) > 0;
}

test("a foreign page shows the card of an item, and no other page of the site", () =>
  withForeignSite(browser, "embed = true", async ({ server, show }) => {
    for (const path of ["embed/items/1.1/", "embed/items/1.1/index.html"]) {
      const tab = await show(framed(server.address(path)));
      const frame = await frameOf(tab);
      assert.equal(await frame.locator("h1").innerText(), title);
      const link = frame.locator("h1 a");
      assert.deepEqual(
        await link.evaluate((link) => [link.href, link.target, link.rel]),
        [server.address("items/1.1/index.html"), "_blank", "noopener"],
      );
      // The style sheet is there: the border above has a width.
      assert.equal(await frame.locator("main").evaluate((main) => getComputedStyle(main).borderTopWidth), "4px");
      await tab.close();
    }
    const refused = ["", "items/1.1/", "items/1.1/index.html", "items/", "search/", "404.html", "embed/", "embed/items/", "embedded/"];
    for (const path of refused) {
      const tab = await show(framed(server.address(path)));
      assert.equal(await isShown(tab), false, path);
      await tab.close();
    }
  }));

test("without the setting, nothing can be framed", () =>
  withForeignSite(browser, "", async ({ server, show }) => {
    for (const path of ["items/1.1/", "embed/items/1.1/"]) {
      const tab = await show(framed(server.address(path)));
      assert.equal(await isShown(tab), false, path);
    }
  }));

test("a card keeps its look in a frame without a site of its own, and opens the page beside it", () =>
  withForeignSite(browser, "embed = true", async ({ server, show }) => {
    const sandbox = 'sandbox="allow-popups allow-popups-to-escape-sandbox"';
    const tab = await show(framed(server.address("embed/items/1.1/"), sandbox));
    const frame = await frameOf(tab);
    const width = await frame.locator("main").evaluate((main) => getComputedStyle(main).borderTopWidth);
    assert.equal(width, "4px");
    const opened = tab.context().waitForEvent("page");
    await frame.locator("h1 a").click();
    const page = await opened;
    await page.waitForLoadState();
    assert.equal(page.url(), server.address("items/1.1/index.html"));
    assert.equal(await page.evaluate(() => window.opener), null);
  }));

test("what the page of an item offers is what works elsewhere", () =>
  withForeignSite(browser, "embed = true", async ({ server, show }) => {
    const own = await browser.newPage();
    await own.goto(server.address("items/1.1/"));
    const details = own.locator("details", { hasText: "<iframe" });
    await details.locator("summary").click();
    const html = await details.locator("code").innerText();
    assert.match(html, /^<iframe src="https:\/\/harbour\.example\/plan\/embed\/items\/1\.1\/" title="[^"<]*" [^<]*><\/iframe>$/);
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [1280, 390, 320]) {
        const tab = await show(
          `<h1>Port news</h1><p>The ports of both countries have agreed on signals.</p>${html.replace("https://harbour.example", server.origin)}<p>More news follows.</p>`,
          { viewport: { width, height: 600 }, colorScheme },
        );
        const frame = await frameOf(tab);
        // It loads when there is time: until then it is empty.
        await frame.waitForURL("**/embed/**", { waitUntil: "load" });
        await tab.screenshot({ path: join(shots, `${width}-${colorScheme}.png`) });
        const size = await frame.evaluate(() => {
          const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
          return { wide: scrollWidth - clientWidth, high: scrollHeight - clientHeight };
        });
        assert.deepEqual(size, { wide: 0, high: 0 }, `${width} ${colorScheme}: the card does not fit`);
        await tab.close();
      }
    }
  }));
