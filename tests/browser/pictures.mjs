// Pictures of pages: made small, compared with approved ones, put side by side.
import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/** Makes a picture smaller by a whole factor, in fewer colours, so that it takes little room; with `exact`, areas of one colour keep it. */
export function shrink(bytes, factor, { exact = false } = {}) {
  const fewer = (value, isOne) => (exact && isOne ? value : Math.round(value / 17) * 17);
  const large = PNG.sync.read(bytes);
  const [width, height] = [Math.floor(large.width / factor), Math.floor(large.height / factor)];
  const small = new PNG({ width, height });
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      for (let part = 0; part < 3; part += 1) {
        let sum = 0;
        let isOne = true;
        for (let dy = 0; dy < factor; dy += 1) {
          for (let dx = 0; dx < factor; dx += 1) {
            const value = large.data[((y * factor + dy) * large.width + x * factor + dx) * 4 + part];
            sum += value;
            isOne &&= value === large.data[(y * factor * large.width + x * factor) * 4 + part];
          }
        }
        small.data[at + part] = fewer(sum / (factor * factor), isOne);
      }
      small.data[at + 3] = 255;
    }
  }
  return PNG.sync.write(small, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}

/** The share of pixels in which two pictures differ, with a picture of where; only the sizes if those differ. */
export function difference(actualBytes, wantedBytes) {
  const [actual, wanted] = [PNG.sync.read(actualBytes), PNG.sync.read(wantedBytes)];
  const { width, height } = actual;
  if (width !== wanted.width || height !== wanted.height) {
    return { share: 1, text: `${width} × ${height} pixels, approved are ${wanted.width} × ${wanted.height}` };
  }
  const where = new PNG({ width, height });
  const share = pixelmatch(actual.data, wanted.data, where.data, width, height, { threshold: 0.15 }) / (width * height);
  return { share, text: `${(share * 100).toFixed(1)} % of the pixels differ`, picture: PNG.sync.write(where) };
}

/** A page and a picture that show the tops of all pictures of a folder, side by side. */
export async function contactSheet(browser, folder, names, pictureWidth) {
  const title = basename(folder);
  const figures = names.map((name) => `<figure><div><img src="${title}/${name}.png" alt=""></div><figcaption>${name}</figcaption></figure>`);
  writeFileSync(`${folder}.html`, `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>
body { margin: 8px; font: 14px sans-serif; background: #999; display: grid; gap: 8px; grid-template-columns: repeat(auto-fill, ${pictureWidth}px); }
figure { margin: 0; }
div { height: ${Math.round(pictureWidth * 1.5)}px; overflow: hidden; background: #bbb; }
img { display: block; width: 100%; }
</style>
${figures.join("\n")}
</html>
`);
  const tab = await browser.newPage({ viewport: { width: 1680, height: 900 } });
  await tab.goto(pathToFileURL(`${folder}.html`).href);
  await tab.screenshot({ path: `${folder}.png`, fullPage: true });
  await tab.close();
}
