// Pictures of the pages of the test book, whose content stays, against approved ones; and of all pages, for people to look at,
// when they ask for them: `npm run pictures`. Nothing is held against those.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open } from "./browser.mjs";
import { noFaults } from "./faults.mjs";
import { pagesOf } from "./pages.mjs";
import { contactSheet, difference, shrink } from "./pictures.mjs";
import { artefacts, here, serveAll, siteNames } from "./sites.mjs";

const sizes = [
  // The approved pictures are as much smaller as `shrunk` says; on a contact sheet they are as wide as `onSheet` says.
  { width: 1280, shrunk: 4, onSheet: 400 },
  { width: 390, shrunk: 3, onSheet: 200 },
];
const schemes = ["light", "dark"];
const mostHeight = 2000;
const tolerance = 0.01;
const compared = "everything";

const shots = join(artefacts, "screenshots");
const differences = join(shots, "differences");
const approved = join(here, "approved");
const approving = process.env.APPROVE === "1";
const wanted = process.env.PICTURES === "all" ? siteNames : [compared];

let sites, browser;

before(async () => {
  sites = await serveAll();
  browser = await launch();
  rmSync(shots, { recursive: true, force: true });
  mkdirSync(differences, { recursive: true });
  if (approving) rmSync(approved, { recursive: true, force: true });
  if (approving) mkdirSync(approved);
});
after(() => Promise.all([browser.close(), sites.close()]));

/** Holds a picture against the approved one, or approves it. */
function check(name, taken) {
  if (approving) {
    writeFileSync(join(approved, name), taken);
    return [];
  }
  if (!existsSync(join(approved, name))) return [`${name} is not approved yet`];
  const { share, text, picture } = difference(taken, readFileSync(join(approved, name)));
  if (share <= tolerance) return [];
  writeFileSync(join(differences, name.replace(/png$/, "actual.png")), taken);
  if (picture) writeFileSync(join(differences, name.replace(/png$/, "difference.png")), picture);
  return [`${name}: ${text}`];
}

for (const site of wanted) {
  for (const { width, shrunk, onSheet } of sizes) {
    for (const colorScheme of schemes) {
      const set = `${width}-${colorScheme}`;
      test(`pictures of ${site} at ${width} px, ${colorScheme}`, async () => {
        const folder = join(shots, site, set);
        mkdirSync(folder, { recursive: true });
        const faults = [];
        const tab = await browser.newPage({ colorScheme, reducedMotion: "reduce" });
        for (const entry of pagesOf(site)) {
          await tab.setViewportSize({ width, height: 900 });
          await open(tab, sites.address(entry), entry);
          const height = await tab.evaluate(() => document.documentElement.scrollHeight);
          await tab.setViewportSize({ width, height: Math.min(height, mostHeight) });
          const taken = await tab.screenshot({ animations: "disabled" });
          writeFileSync(join(folder, `${entry.name}.png`), taken);
          if (site === compared) faults.push(...check(`${entry.name}-${set}.png`, shrink(taken, shrunk)));
        }
        await tab.close();
        await contactSheet(browser, folder, pagesOf(site).map(({ name }) => name), onSheet);
        if (faults.length) faults.push(`Look at ${folder}.html and ${differences}; then approve the pictures: npm run approve --prefix tests/browser`);
        noFaults(faults);
      });
    }
  }
}

test("no approved picture is left over", { skip: approving }, () => {
  const names = pagesOf(compared).flatMap(({ name }) =>
    sizes.flatMap(({ width }) => schemes.map((scheme) => `${name}-${width}-${scheme}.png`)));
  const files = existsSync(approved) ? readdirSync(approved) : [];
  assert.deepEqual(files.filter((file) => !names.includes(file)), []);
});
