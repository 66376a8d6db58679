// What the search of a built site costs a reader: how much is loaded, and how long a keystroke takes in Chromium.
//
//   node benches/search/keystrokes.mjs SITE [WORDS…]
//
// SITE is the folder of a built site. Uses what tests/browser has installed. A keystroke counts from the event of the field
// until the results stand on the page and their layout is known. Each query is typed letter by letter, twice: the second
// time everything is loaded, so that only the machine counts.
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { launch } from "../../tests/browser/browser.mjs";

const [folder, ...given] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node benches/search/keystrokes.mjs SITE [WORDS…]");
  process.exit(2);
}
const queries = given.length ? given : ["agreement on logistics", "maritime security", "police training", "disarmement", "item 3.1"];
const address = pathToFileURL(join(resolve(folder), "search/index.html")).href;

const browser = await launch();
const tab = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const loaded = [];
tab.on("request", (request) => {
  const file = fileURLToPath(request.url().split("?")[0]);
  if (file.includes("/search/") && file.endsWith(".js") || file.endsWith("search-query.js")) loaded.push(file);
});
const kilobytes = (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000;

/** Types one more letter and waits until nothing changes any more; how long it took, in ms. */
async function keystroke(text) {
  return tab.evaluate(async (text) => {
    const field = document.querySelector("main input[type=search]");
    const scope = document.querySelector("main");
    let last = 0;
    const observer = new MutationObserver(() => {
      scope.getBoundingClientRect();
      last = performance.now();
    });
    observer.observe(scope, { subtree: true, childList: true, attributes: true, attributeFilter: ["hidden"] });
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    let seen = -1;
    while (!last || seen !== last) {
      seen = last;
      await new Promise((done) => setTimeout(done, 60));
    }
    observer.disconnect();
    return last - start;
  }, text);
}

const place = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const all = [];
for (const query of queries) {
  await tab.goto("about:blank");
  await tab.goto(address);
  loaded.length = 0;
  const words = query.split(" ");
  await keystroke(words[0]);
  const first = kilobytes(loaded);
  const further = [];
  for (let n = 2; n <= words.length; n += 1) {
    loaded.length = 0;
    await keystroke(words.slice(0, n).join(" "));
    further.push(kilobytes(loaded).toFixed(0));
  }
  const times = [[], []];
  for (const round of times) {
    for (let end = 1; end <= query.length; end += 1) round.push(await keystroke(query.slice(0, end)));
  }
  const [, warm] = times;
  all.push(...warm);
  const each = [...warm].sort((a, b) => a - b);
  console.log(`${query}: first word ${first.toFixed(0)} KB, further words ${further.join(", ") || "-"} KB; a keystroke ${place(each, 0.5).toFixed(1)} ms, at most ${each.at(-1).toFixed(1)} ms`);
}
all.sort((a, b) => a - b);
console.log(`all ${all.length} keystrokes: median ${place(all, 0.5).toFixed(1)} ms, 95 of 100 within ${place(all, 0.95).toFixed(1)} ms, slowest ${all.at(-1).toFixed(1)} ms`);
await browser.close();
