// Hostile content leaves nothing on the site that could run. hostile/site.rs makes books in which each payload stands in
// every place that takes words; here each of their pages is opened, with its content security policy and without.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { flags, launch, open } from "./browser.mjs";
import { noFaults } from "./faults.mjs";
import { watchedTab } from "./hostile/inspect.mjs";
import { folder, root, serve } from "./sites.mjs";

const leastPayloads = 220;
const tabs = 3;
const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>\n/;

let browser, report;
before(async () => {
  rmSync(folder("hostile"), { recursive: true, force: true });
  const args = ["run", "--locked", "--quiet", "--example", "hostile_site", "--", folder("hostile")];
  execFileSync("cargo", args, { cwd: root, stdio: "inherit" });
  // What the server has to say of a file that there is not.
  writeFileSync(join(folder("hostile"), "404.html"), "");
  report = JSON.parse(readFileSync(join(folder("hostile"), "report.json"), "utf8"));
  // What gets out of a page gets no further.
  browser = await launch({ args: [...flags, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"] });
});
after(() => browser.close());

/** Opens all pages, several at a time; what is wrong with each is in the place of the page. */
async function visitAll(origin, pages) {
  const context = await browser.newContext();
  const found = [];
  const left = pages.entries();
  await Promise.all(Array.from({ length: tabs }, async () => {
    const visit = await watchedTab(context, origin, open);
    for (const [index, { address, ...options }] of left) found[index] = await visit(address, options);
  }));
  await context.close();
  return found;
}

/** Opens pages of the site, and fails with what is wrong with them. */
async function nothingIsWrong(t, pages, options = {}) {
  const started = performance.now();
  const server = await serve("hostile", { base: "/", ...options });
  const found = await visitAll(server.origin, pages);
  await server.close();
  t.diagnostic(`${pages.length} opened in ${Math.round((performance.now() - started) / 1000)} s`);
  assert.ok(pages.length >= leastPayloads);
  noFaults(found.flatMap((faults, index) => faults.map((fault) => `${pages[index].address}: ${fault}`)));
}

/** Opens pages that are given as texts. */
async function visitTexts(texts) {
  const server = createServer((request, response) => {
    const text = texts[request.url.slice(1)];
    response.writeHead(text === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(text);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const pages = texts.map((text, index) => ({ address: `/${index}`, withPolicy: policy.test(text) }));
  const found = await visitAll(`http://127.0.0.1:${server.address().port}`, pages);
  server.closeAllConnections();
  server.close();
  return found;
}

const template = (card) => ({ template }) => (template === "card.svg") === card;

test("there are many payloads, no two alike, and the checks refuse them", (t) => {
  const { payloads, pages, codes } = report;
  t.diagnostic(`${payloads.length} payloads on ${pages.length} pages and cards`);
  t.diagnostic(Object.entries(codes).map(([code, count]) => `${code} ${count}`).join(", "));
  assert.equal(new Set(payloads).size, payloads.length);
  assert.ok(payloads.length >= leastPayloads);
  const paths = new Set(pages.map(({ path }) => path));
  const wanted = (index) => ["index.html", "card.png"].map((name) => `alone/${index}/items/1.1/${name}`);
  assert.deepEqual(payloads.flatMap((_, index) => wanted(index).filter((path) => !paths.has(path))), []);
  for (const code of ["bad-id", "control-character", "raw-html", "unsafe-link"]) assert.ok(codes[code] > 0, code);
});

test("no payload can be the name of a file or an id", (t) => {
  const { tried, accepted, odd } = report.names;
  t.diagnostic(`${tried} names`);
  assert.ok(tried > report.payloads.length);
  assert.deepEqual({ accepted, odd }, { accepted: [], odd: [] });
});

test("of the files beside the texts only those are published that are what their names say", () => {
  assert.deepEqual(readdirSync(join(folder("hostile"), "all/files")).sort(), ["map.pdf", "map.png"]);
});

// What can run at all, runs without the policy: so every page is opened without it. With it, some are: it must not stand in
// the way of what a page has, and what the browser holds against it is counted.
const oneOf = { true: 5, false: 1 };
for (const withPolicy of [false, true]) {
  test(`nothing can run on a page, ${withPolicy ? "as it is" : "even without its content security policy"}`, async (t) => {
    const pages = report.pages.filter(template(false)).map(({ path, template }) => ({
      address: `/${path}`,
      withPolicy,
      redirect: template === "redirect.html",
      shows: report.payloads[/^alone\/(\d+)/.exec(path)?.[1]],
    }));
    const opened = pages.filter((_, index) => index % oneOf[withPolicy] === 0);
    await nothingIsWrong(t, opened, withPolicy ? {} : { rewrite: (html) => html.replace(policy, "") });
  });
}

test("every page has one content security policy, and a strict one", () => {
  const strict = /^<meta http-equiv="Content-Security-Policy" content="default-src 'none';[^"*]*script-src 'self';[^"*]*">\n$/;
  const faults = report.pages.filter(template(false)).filter(({ path, template }) => {
    const all = readFileSync(join(folder("hostile"), path), "utf8").match(new RegExp(policy, "g")) ?? [];
    return template !== "redirect.html" && (all.length !== 1 || !strict.test(all[0]) || all[0].includes("unsafe"));
  });
  assert.deepEqual(faults.map(({ path }) => path), []);
});

test("the pictures for where a page is shared are pictures in which nothing can run", () => {
  const paths = report.pages.filter(template(true)).map(({ path }) => path);
  const start = (path) => readFileSync(join(folder("hostile"), path)).subarray(0, 8).toString("latin1");
  assert.deepEqual(paths.filter((path) => start(path) !== "\x89PNG\r\n\x1a\n"), []);
  assert.ok(paths.length >= leastPayloads);
});

// What these tests are worth.

const strict = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; img-src 'self'">\n`;
const canaries = [
  ["<img src=x onerror=alert(1)>", "handler", "ran: a dialog opened"],
  [`${strict}<img src=x onerror=alert(1)>`, "handler", "against the policy: script-src-attr inline"],
  ["<script>window.pwned = 1</script>", "script", "ran: window.pwned is set"],
  ["<script>nothing.at.all</script>", "script", "script: ReferenceError"],
  ["<script src=/x.js></script>", "script"],
  ["<a href='java&#9;script:alert(1)'>x</a>", "address", "ran: a dialog opened"],
  ["<a href=data:text/html,x>x</a>", "address"],
  ["<a href=https://x.example/ target=_blank>x</a>", "attribute"],
  ["<b onclick=alert(1)>x</b>", "handler", "ran: a dialog opened"],
  ["<b style=color:red>x</b>", "attribute"],
  ["<b ontoggle>x</b>", "handler"],
  [`<b x"y>x</b>`, "attribute"],
  ["<x-y>x</x-y>", "foreign element"],
  ["<nothing>x</nothing>", "foreign element"],
  ["<svg></svg>", "element", "foreign element"],
  ["<math></math>", "element", "foreign element"],
  ["<iframe srcdoc='<script>parent.pwned = 1</script>'></iframe>", "element", "attribute", "ran: window.pwned is set"],
  ["<form><input name=localName></form><p id=x>", "element"],
  ["<img name=querySelectorAll src=x><base href=//evil.example/>", "element", "attribute"],
  ["<p><b><template shadowrootmode=open></template></b>", "element"],
  ["<div><template shadowrootmode=open>x</template></div>", "shadow root"],
  ["<img src=//evil.example/x.png>", "picture", "off the site: http://evil.example/x.png"],
  ["<link rel=stylesheet href=//evil.example/x.css>", "link", "off the site: http://evil.example/x.css"],
  ["<link rel=manifest href=/assets/x>", "link"],
  ["<meta http-equiv=refresh content='9;url=x'>", "meta"],
  [`${strict}<meta http-equiv="Content-Security-Policy" content="script-src *">`, "policy"],
];

test("what could run, runs or asks for something is noticed", async () => {
  const found = await visitTexts(["", ...canaries.map(([text]) => text)].map((text) => `<!doctype html><title>x</title>${text}`));
  assert.deepEqual(found[0], []);
  noFaults(canaries.flatMap(([text, ...wanted], index) => wanted
    .filter((start) => !found[index + 1].some((fault) => fault.startsWith(start)))
    .map((start) => `${text}: no "${start}" among ${JSON.stringify(found[index + 1])}`)));
});

test("many of the payloads run on a page that does not escape them", async (t) => {
  const some = report.payloads.filter((_, index) => index % 3 === 0);
  const found = await visitTexts(some.map((text) =>
    `<!doctype html><title>${text}</title><meta name=description content="${text}"><p title='${text}'>${text}</p>`));
  const count = (test) => found.filter((faults) => faults.some(test)).length;
  const ran = count((fault) => fault.startsWith("ran: "));
  t.diagnostic(`of ${some.length} there run ${ran}, and ${count(() => true)} are noticed`);
  assert.ok(ran >= some.length / 3);
});
