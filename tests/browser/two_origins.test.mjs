// What `[security]` in book.toml allows is loaded from another site, and nothing else is: with the policy in the page alone, and
// with the headers of the preview. The policy is one text wherever it stands.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "./browser.mjs";
import { startServer } from "./preview/server.mjs";
import { artefacts, program } from "./sites.mjs";

const directives = ["script-src", "img-src", "connect-src", "frame-src"];
const files = {
  "/count.js": ["text/javascript", "window.counted = [...(window.counted ?? []), document.currentScript.src];"],
  "/picture.svg": ["image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'],
  "/numbers.json": ["application/json", "[1]"],
  "/film.html": ["text/html", "<!doctype html><title>Film</title><p>A film"],
};

/** A site of somebody else, which notes what it is asked for. */
async function otherSite() {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const [type, text] = files[request.url] ?? ["text/plain", ""];
    response.writeHead(files[request.url] ? 200 : 404, { "content-type": type, "access-control-allow-origin": "*" });
    response.end(text);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    asked,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

/** The files of a site on a server that sends no policy. */
async function plainServer(folder) {
  const types = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname.slice(1) || "index.html";
    try {
      const bytes = readFileSync(join(folder, path));
      response.writeHead(200, { "content-type": types[path.split(".").pop()] ?? "application/octet-stream" });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }) };
}

/** A book whose theme asks both sites for the same things, and whose settings name one of them. */
function writeBook(book, allowed, refused) {
  const write = (path, text) => {
    mkdirSync(dirname(join(book, path)), { recursive: true });
    writeFileSync(join(book, path), text);
  };
  const security = directives.map((name) => `${name} = ["${allowed}"]\n`).join("");
  write("book.toml", `[book]\ntitle = "Harbour plan"\n[site]\ntheme = "harbour"\nbase-url = "https://plan.example/plan/"\n[security]\n${security}`);
  write("content/plan.md", "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n---\n");
  write("themes/harbour/theme.toml", "api = 2\n");
  const from = (origin) => `<script src="${origin}/count.js" defer></script>
<p><img src="${origin}/picture.svg" alt="From ${origin}"></p>
<iframe src="${origin}/film.html" title="Film from ${origin}"></iframe>
`;
  write("themes/harbour/templates/base.html", `{% extends "default/base.html" %}
{% block scripts %}
${from(allowed)}${from(refused)}<script src="{{ page.head.root }}assets/asks.js" defer></script>
{% endblock scripts %}
`);
  write("themes/harbour/static/asks.js", `window.fetched = {};
for (const origin of ["${allowed}", "${refused}"]) {
  fetch(origin + "/numbers.json").then(() => "yes", () => "no").then((answer) => { window.fetched[origin] = answer; });
}
`);
}

let allowed, refused, browser;
const book = { folder: join(artefacts, "books/two-origins") };
const site = join(artefacts, "sites/two-origins");

before(async () => {
  [allowed, refused] = [await otherSite(), await otherSite()];
  rmSync(book.folder, { recursive: true, force: true });
  rmSync(site, { recursive: true, force: true });
  writeBook(book.folder, allowed.origin, refused.origin);
  // It warns of what the policy refuses.
  execFileSync(program, ["build", "--root", book.folder, "--out", site, "--as-of", "2024-06-30"], { stdio: ["ignore", "ignore", "pipe"] });
  browser = await launch();
});
after(() => Promise.all([browser.close(), allowed.close(), refused.close()]));

/** Opens a page, and says what came from the two sites and what the browser refused. */
async function look(address) {
  allowed.asked.length = 0;
  refused.asked.length = 0;
  const tab = await browser.newPage();
  await tab.addInitScript(() => {
    window.refusals = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      window.refusals.push({ directive: effectiveDirective, address: blockedURI }));
  });
  await tab.goto(address);
  await tab.waitForFunction(() => Object.keys(window.fetched ?? {}).length === 2 && window.refusals.length >= 4);
  const seen = await tab.evaluate(() => ({
    refusals: window.refusals,
    counted: window.counted,
    fetched: window.fetched,
    pictures: [...document.querySelectorAll("img")].map(({ src, naturalWidth }) => [new URL(src).origin, naturalWidth]),
    policy: document.querySelector("meta[http-equiv='Content-Security-Policy']").content,
  }));
  const film = tab.frames().find((frame) => frame.url() === `${allowed.origin}/film.html`);
  seen.film = await film?.evaluate(() => document.body.innerText.trim());
  await tab.close();
  return seen;
}

/** That what is allowed came, and what is not was asked for by nobody. */
function oneIsLoadedAndTheOtherRefused(seen) {
  assert.deepEqual(seen.counted, [`${allowed.origin}/count.js`]);
  assert.deepEqual(seen.fetched, { [allowed.origin]: "yes", [refused.origin]: "no" });
  assert.deepEqual(seen.pictures, [[allowed.origin, 9], [refused.origin, 0]]);
  assert.equal(seen.film, "A film");
  assert.deepEqual([...new Set(allowed.asked)].sort(), Object.keys(files).sort());
  assert.deepEqual(refused.asked, []);
  // A browser may look at a header and at the page, and then refuses twice.
  const found = new Set(seen.refusals.map(({ directive, address }) => `${directive.replace("-elem", "")} ${new URL(address).origin}`));
  assert.deepEqual([...found].sort(), directives.map((name) => `${name} ${refused.origin}`).sort());
}

test("the policy of the page lets the named site in and no other", async () => {
  const server = await plainServer(site);
  try {
    oneIsLoadedAndTheOtherRefused(await look(server.address));
  } finally {
    await server.close();
  }
});

test("the policy is one text in the page, the headers, the lines for servers and the preview", async () => {
  const server = await startServer(book);
  try {
    const seen = await look(server.address("index.html"));
    oneIsLoadedAndTheOtherRefused(seen);
    const response = await fetch(server.address("index.html"));
    const header = response.headers.get("content-security-policy");
    await response.arrayBuffer();
    const page = readFileSync(join(site, "index.html"), "utf8");
    const meta = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];
    assert.ok(directives.every((name) => meta.includes(`${name} `)) && meta.includes(allowed.origin) && !meta.includes(refused.origin));
    assert.equal(seen.policy, meta);
    // Only a header can say who may frame a page.
    assert.equal(header, `${meta}; frame-ancestors 'none'`);
    const first = readFileSync(join(site, "_headers"), "utf8").match(/Content-Security-Policy: (.*)/)[1];
    assert.equal(first, header);
    for (const name of ["nginx", "apache", "caddy", "netlify"]) {
      const lines = execFileSync(program, ["headers", name, "--root", book.folder], { encoding: "utf8" });
      assert.ok(lines.includes(header), `${name}:\n${lines}`);
    }
  } finally {
    await server.stop();
  }
});
