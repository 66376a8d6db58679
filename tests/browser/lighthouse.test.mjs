// Lighthouse on a page of each template of a site of real size, with its defaults: a phone with a slow connection, simulated.
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

const wanted = { performance: 98, accessibility: 100, "best-practices": 100, seo: 100 };
// What else the machine does counts as the page's slowness, so a page has three attempts and the best one counts.
const attempts = 3;

const settings = {
  // The pages do nothing once they are loaded; the default waits of several seconds find that out again and again.
  pauseAfterFcpMs: 250,
  pauseAfterLoadMs: 250,
  networkQuietThresholdMs: 250,
  cpuQuietThresholdMs: 250,
  disableFullPageScreenshot: true,
  skipAudits: ["screenshot-thumbnails", "final-screenshot"],
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

/** The scores of a page, and for each category what made it less than full. */
async function run(address, onlyCategories) {
  const { lhr } = await lighthouse(address, { port, logLevel: "silent", onlyCategories }, { extends: "lighthouse:default", settings });
  const results = Object.values(lhr.categories).map(({ id, score, auditRefs }) => {
    const short = auditRefs.map((audit) => lhr.audits[audit.id]).filter((audit) => audit.score !== null && audit.score < 1);
    const because = short.map(({ id, displayValue, explanation }) => [id, displayValue, explanation].filter(Boolean).join(" "));
    return { id, score: Math.round((score ?? 0) * 100), because };
  });
  const error = lhr.runtimeError && `${lhr.runtimeError.code}: ${lhr.runtimeError.message}`;
  return { results, error };
}

const oneOfEachTemplate = pagesOf("frozen").filter(({ template }, n, all) =>
  all.findIndex((other) => other.template === template) === n);

for (const entry of oneOfEachTemplate) {
  test(`${label(entry)} has full scores in Lighthouse`, async (t) => {
    // Search engines are asked to leave such a page alone, which would be a fault elsewhere.
    const categories = Object.keys(wanted).filter((id) => id !== "seo" || !entry.noindex);
    // The page of errors is asked for by its own name: an answer of 404 is not looked at.
    const address = entry.template === "404" ? `${server.origin}/404.html` : server.address(entry.path);
    const best = {};
    const faults = [];
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const missing = categories.filter((id) => !best[id] || best[id].score < wanted[id]);
      // Only speed and the browser's own errors differ from one attempt to the next.
      if (attempt > 1 && !faults.length && !missing.includes("performance")) break;
      const { results, error } = await run(address, attempt === 1 || faults.length ? categories : ["performance"]);
      faults.length = 0;
      if (error) faults.push(error);
      for (const result of results) {
        if (!best[result.id] || best[result.id].score < result.score) best[result.id] = result;
      }
    }
    t.diagnostic(Object.values(best).map(({ id, score }) => `${id} ${score}`).join(", "));
    for (const { id, score, because } of Object.values(best)) {
      if (score < wanted[id]) faults.push(`${id} ${score}, not ${wanted[id]}: ${because.join("; ")}`);
    }
    noFaults(faults);
  });
}
