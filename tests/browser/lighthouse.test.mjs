// Lighthouse on pages of a site of real size, with its defaults: a phone with a slow connection, simulated. All pages have the
// same head, so it looks at those that differ most: the largest, and those with lists, tables, charts and scripts of their own.
// The requests and elements of every page are counted in network.test.mjs.
//
// Its score of speed is not asked for: it depends on what else the machine does, and takes longer than all else. Judged is
// what makes a page slow or fast on every machine: its bytes, its elements, its requests, and whether its parts move while
// it loads.
//
// The site is served by http from 127.0.0.1, which Lighthouse takes for secure, so https and the headers of a real host
// are not judged here. Canonical addresses name the host of book.toml; Lighthouse finds fault with relative ones only.
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import lighthouse from "lighthouse";
import { flags, launch } from "./browser.mjs";
import { noFaults } from "./faults.mjs";
import { label, pagesOf } from "./pages.mjs";
import { serve } from "./sites.mjs";

// What its category of accessibility asks, axe.test.mjs asks of every page.
const wanted = { "best-practices": 100, seo: 100 };
/** The most that a page of this site may have of each, and which audit of Lighthouse says it. */
const value = ({ numericValue }) => numericValue;
const budget = {
  bytes: { most: 300_000, audit: "total-byte-weight", of: value },
  // The most are on the data dictionary.
  elements: { most: 3_500, audit: "dom-size", of: value },
  requests: { most: 6, audit: "network-requests", of: ({ details }) => details.items.length },
  movement: { most: 0, audit: "cumulative-layout-shift", of: value },
};
const onlyAudits = Object.values(budget).map(({ audit }) => audit);
// The browser itself may fail to answer when the machine is busy.
const attempts = 3;

const settings = {
  // The pages do nothing once they are loaded; the default waits of several seconds find that out again and again.
  pauseAfterFcpMs: 250,
  pauseAfterLoadMs: 250,
  networkQuietThresholdMs: 250,
  cpuQuietThresholdMs: 250,
  disableFullPageScreenshot: true,
};

let server, browser, port;

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

before(async () => {
  server = await serve("frozen");
  port = await freePort();
  browser = await launch({ args: [...flags, `--remote-debugging-port=${port}`] });
});
after(() => Promise.all([browser.close(), server.close()]));

/** What Lighthouse says of a page. */
async function run(address, onlyCategories) {
  let result;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    result = (await lighthouse(address, { port, logLevel: "silent", onlyCategories, onlyAudits }, { extends: "lighthouse:default", settings })).lhr;
    if (!result.runtimeError) break;
  }
  return result;
}

/** What made a score less than full. */
function because({ auditRefs }, audits) {
  const short = auditRefs.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 1);
  return short.map(({ id, displayValue, explanation }) => [id, displayValue, explanation].filter(Boolean).join(" ")).join("; ");
}

const looked = ["home", "search", "items", "item", "progress", "progress-matrix", "calendar", "data", "404"];
const oneOfEach = looked.map((template) => pagesOf("frozen").find((page) => page.template === template));

for (const entry of oneOfEach) {
  test(`${label(entry)} has full scores in Lighthouse and keeps to its budget`, async (t) => {
    // Search engines are asked to leave such a page alone, which would be a fault elsewhere.
    const judged = Object.keys(wanted).filter((id) => id !== "seo" || !entry.noindex);
    // The page of errors is asked for by its own name: an answer of 404 is not looked at.
    const address = entry.template === "404" ? `${server.origin}/404.html` : server.address(entry.path);
    const { audits, categories, runtimeError } = await run(address, judged);
    const faults = runtimeError ? [`${runtimeError.code}: ${runtimeError.message}`] : [];
    const score = (id) => Math.round((categories[id].score ?? 0) * 100);
    for (const id of judged) {
      if (score(id) < wanted[id]) faults.push(`${id} ${score(id)}, not ${wanted[id]}: ${because(categories[id], audits)}`);
    }
    const used = Object.entries(budget).map(([name, { most, audit, of }]) => ({ name, most, value: of(audits[audit]) }));
    faults.push(...used.filter(({ value, most }) => !(value <= most)).map(({ name, value, most }) => `${name} ${value}, not ${most}`));
    t.diagnostic([...judged.map((id) => `${id} ${score(id)}`), ...used.map(({ name, value }) => `${name} ${value}`)].join(", "));
    noFaults(faults);
  });
}
