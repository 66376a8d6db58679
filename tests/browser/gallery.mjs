// The pictures of docs/themes-gallery.md: pages of the real plan in each theme, light and dark, wide and narrow.
// `npm run gallery --prefix tests/browser` takes them again, after a change of how pages look.
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PNG } from "pngjs";
import { launch } from "./browser.mjs";
import { shrink } from "./pictures.mjs";
import { root } from "./sites.mjs";
import { buildWith, themeNames } from "./themes.mjs";

const day = "2026-11-24";
const pages = { home: "index.html", numbers: "index.html#page_figures", item: "items/3.1/index.html", table: "items/index.html" };
const height = 860;
// A picture is taken large, and made smaller by a whole factor, so that small letters stay clear.
const sizes = [{ width: 1280, scale: 1.5, factor: 2 }, { width: 390, scale: 1.5, factor: 2 }];
const gap = 24;
const most = 150 * 1024;

/** Pictures side by side, with nothing between them. */
function beside(pictures) {
  const parts = pictures.map((bytes) => PNG.sync.read(bytes));
  const width = parts.reduce((sum, part) => sum + part.width, gap * (parts.length - 1));
  const whole = new PNG({ width, height: Math.max(...parts.map((part) => part.height)) });
  whole.data.fill(0xee);
  let at = 0;
  for (const part of parts) {
    PNG.bitblt(part, whole, 0, 0, part.width, part.height, at, 0);
    at += part.width + gap;
  }
  return PNG.sync.write(whole, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

async function pictureOf(browser, address, colorScheme, { width, scale, factor }) {
  const tab = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale, colorScheme, reducedMotion: "reduce" });
  await tab.goto(address);
  await tab.evaluate(() => document.fonts.ready);
  const bytes = shrink(await tab.screenshot(), factor, { exact: true });
  await tab.close();
  return bytes;
}

const folder = join(root, "docs/screenshots/themes");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const browser = await launch();
let total = 0;
for (const theme of themeNames()) {
  const site = buildWith(theme, root, day);
  for (const [name, path] of Object.entries(pages)) {
    for (const scheme of ["light", "dark"]) {
      const [file, place] = path.split("#");
      const address = pathToFileURL(join(site, file)).href + (place ? `#${place}` : "");
      const parts = [];
      for (const size of sizes) parts.push(await pictureOf(browser, address, scheme, size));
      const picture = join(folder, `${theme}-${name}-${scheme}.png`);
      writeFileSync(picture, beside(parts));
      const { size } = statSync(picture);
      if (size > most) process.exitCode = 1;
      total += size;
      process.stdout.write(`${size > most ? "too large: " : ""}${picture} ${Math.round(size / 1024)} KB\n`);
    }
  }
}
process.stdout.write(`${Math.round(total / 1024)} KB in all\n`);
await browser.close();
