// What a page asks for, and how much: nothing from elsewhere, nothing that fails, and little in all.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { launch, open } from "./browser.mjs";
import { endedByMoving, noFaults } from "./faults.mjs";
import { label, pages, pagesOf } from "./pages.mjs";
import { fileAddress, filesOf, folder, serve, siteNames } from "./sites.mjs";

const mostRequests = 5;
const mostBytes = 40 * 1024;
const mostBytesOfItem = 8 * 1024;
// The most are on the data dictionary.
const mostElements = 3_500;
const light = new Set(["home", "area", "agency", "item"]);

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** A tab that notes what goes wrong and what is loaded. */
async function watchedTab(origin) {
  const tab = await browser.newPage();
  const seen = { wrong: [], finished: [], address: "", status: 200 };
  const note = (text) => seen.wrong.push(text);
  // A page that leads on is held by a refusal of what it leads to.
  const leadsOn = (request) => request.isNavigationRequest() && request.url() !== seen.address;
  tab.on("console", (message) => {
    // The browser itself reports the status of the page of errors.
    if (seen.status === 404 && message.location().url === seen.address && message.text().includes("404")) return;
    if (["error", "warning"].includes(message.type())) note(`console: ${message.text()}`);
  });
  tab.on("pageerror", (error) => note(`script: ${error.message}`));
  tab.on("request", (request) => {
    if (!request.url().startsWith(origin)) note(`off the site: ${request.url()}`);
  });
  tab.on("requestfailed", (request) => {
    if (!endedByMoving(request) && !leadsOn(request)) note(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  tab.on("response", (response) => {
    const wanted = response.url() === seen.address ? seen.status : 200;
    if (origin.startsWith("http") && response.status() !== wanted && !leadsOn(response.request())) {
      note(`${response.status()}: ${response.url()}`);
    }
  });
  // The icon is loaded after the page, or not at all without a window; it is counted by hand.
  tab.on("requestfinished", (request) => {
    if (!request.url().endsWith("/icon.svg")) seen.finished.push(request);
  });
  await tab.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  return { tab, seen };
}

/** Opens a page, and says what went wrong and what was loaded. */
async function visit({ tab, seen }, entry, address) {
  const status = entry.template === "404" && address.startsWith("http") ? 404 : 200;
  Object.assign(seen, { wrong: [], finished: [], address, status });
  await open(tab, address, entry);
  const violations = await tab.evaluate(() => window.violations);
  seen.wrong.push(...violations.map((text) => `content security policy: ${text}`));
  const sizes = light.has(entry.template) ? await Promise.all(seen.finished.map((request) => request.sizes())) : [];
  return {
    wrong: seen.wrong.map((text) => `${label(entry)}: ${text}`),
    requests: seen.finished.map((request) => new URL(request.url()).pathname),
    elements: await tab.evaluate(() => document.querySelectorAll("*").length),
    bytes: sizes.reduce((sum, { responseBodySize, responseHeadersSize }) => sum + responseBodySize + responseHeadersSize, 0),
  };
}

const gzipped = (site, path) => gzipSync(readFileSync(join(folder(site), path)), { level: 9 }).length;

for (const base of ["/", "/plan/"]) {
  test(`pages under ${base} load without a fault and with nothing from elsewhere`, async (t) => {
    const wrong = [];
    for (const site of siteNames) {
      const server = await serve(site, { base, cache: "no-store" });
      const watched = await watchedTab(server.origin);
      for (const entry of pagesOf(site)) {
        // Links of the page of errors are absolute, so it is at home below one path only.
        if (entry.template === "404" && base !== (site === "everything" ? "/plan/" : "/")) continue;
        const loaded = await visit(watched, entry, server.address(entry.path));
        wrong.push(...loaded.wrong);
        // How much there is to say of the real plan is no fault of the program.
        if (site === "real") continue;
        const requests = loaded.requests.length + 1;
        if (loaded.elements > mostElements) wrong.push(`${label(entry)}: ${loaded.elements} elements`);
        if (!light.has(entry.template)) continue;
        const bytes = loaded.bytes + gzipped(site, "assets/icon.svg");
        if (base === "/") t.diagnostic(`${label(entry).padEnd(30)} ${requests} requests ${String(bytes).padStart(6)} bytes`);
        if (requests > mostRequests) wrong.push(`${label(entry)}: ${requests} requests: ${loaded.requests.join(" ")}`);
        if (bytes > mostBytes) wrong.push(`${label(entry)}: ${bytes} bytes`);
      }
      await watched.tab.close();
      await server.close();
    }
    noFaults(wrong);
  });
}

test("pages from the disk load without a fault and with nothing from elsewhere", async () => {
  const wrong = [];
  const watched = await watchedTab("file://");
  for (const entry of pages.filter(({ template }) => template !== "404")) {
    wrong.push(...(await visit(watched, entry, fileAddress(entry))).wrong);
  }
  noFaults(wrong);
});

test("the page of an item is small", (t) => {
  const sizes = filesOf("frozen", "index.html")
    .filter((path) => path.startsWith("items/") && path !== "items/index.html")
    .map((path) => ({ path, bytes: gzipped("frozen", path) }))
    .sort((a, b) => b.bytes - a.bytes);
  for (const { path, bytes } of sizes.slice(0, 3)) t.diagnostic(`${path} ${bytes} bytes compressed`);
  assert.deepEqual(sizes.filter(({ bytes }) => bytes > mostBytesOfItem), []);
});

test("a first page is light, whichever it is", (t) => {
  const assets = ["assets/style.css", "assets/icon.svg", ...filesOf("frozen", ".js").filter((path) => path.startsWith("assets/"))];
  const rest = assets.reduce((sum, path) => sum + gzipped("frozen", path), 0);
  const sizes = filesOf("frozen", ".html")
    .filter((path) => /^(index|(areas|agencies|items)\/.*)/.test(path))
    .map((path) => ({ path, bytes: gzipped("frozen", path) + rest }))
    .sort((a, b) => b.bytes - a.bytes);
  t.diagnostic(`style sheet, script and icon: ${rest} bytes; the heaviest page with them: ${sizes[0].path} ${sizes[0].bytes} bytes`);
  assert.deepEqual(sizes.filter(({ bytes }) => bytes > mostBytes), []);
});
