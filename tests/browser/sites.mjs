// The sites that the tests look at: built once by build.mjs, then served from each test file on a port of its own.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { writeEmptyBook, writeExtremesBook, writePagedBook } from "./extremes.mjs";

export const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
/** Where everything goes that the tests make. */
export const artefacts = join(target, "browser");
/** The program, as build.mjs builds it. */
export const program = join(target, "debug/planbook");

/** Each site: the book, the day it is built for, and the path it is made to stand at. */
const books = {
  // The book of this repository, as it is. No test asks for anything in it that another plan would not have.
  real: { book: root, day: "2026-11-24", base: "/" },
  // A copy of its content that stays.
  frozen: { book: join(root, "tests/fixtures/security-plan"), day: "2026-11-24", base: "/" },
  // Its base-url ends in /plan/, which the links of its 404.html need.
  everything: { book: join(root, "tests/everything"), day: "2024-06-30", base: "/plan/" },
  internal: { book: join(root, "tests/everything"), day: "2024-06-30", base: "/plan/", audience: "internal" },
  extremes: { book: join(artefacts, "books/extremes"), day: "2024-06-30", base: "/", write: writeExtremesBook },
  paged: { book: join(artefacts, "books/paged"), day: "2024-06-30", base: "/", write: writePagedBook },
  empty: { book: join(artefacts, "books/empty"), day: "2024-06-30", base: "/", write: writeEmptyBook },
};
export const siteNames = Object.keys(books);

export const folder = (site) => join(artefacts, "sites", site);

/** All files of a built site that end in `ending`, as paths within it. */
export function filesOf(site, ending) {
  if (!existsSync(folder(site))) throw new Error(`the site "${site}" is not built: run \`npm run build\` in tests/browser`);
  return readdirSync(folder(site), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** Builds the program, then all sites with it. */
export function buildSites() {
  // With an example, which takes what the tests take, so that both are one build: alone, the program would be compiled a
  // second time, with fewer features of its dependencies.
  const targets = ["--bin", "planbook", "--example", "hostile_site"];
  execFileSync("cargo", ["build", "--locked", "--quiet", ...targets], { cwd: root, stdio: "inherit" });
  for (const [site, { book, day, audience = "public", write }] of Object.entries(books)) {
    if (write) {
      rmSync(book, { recursive: true, force: true });
      write(book);
    }
    rmSync(folder(site), { recursive: true, force: true });
    const args = ["build", "--root", book, "--out", folder(site), "--as-of", day, "--audience", audience];
    // The warnings of a book are no matter of these tests; its errors are, and they end the build.
    execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  }
}

const mediaTypes = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".pdf": "application/pdf",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
};

/** The file of a site for the path of a request, or nothing. */
function lookUp(site, path) {
  const within = resolve(folder(site), `.${sep}${path}`);
  if (within !== folder(site) && !within.startsWith(folder(site) + sep)) return undefined;
  const file = path === "" || path.endsWith("/") ? join(within, "index.html") : within;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Serves one site as a static host would, at the path `base`; its pages as `rewrite` makes them. */
export async function serve(site, { base = books[site].base, cache = "max-age=600", rewrite } = {}) {
  filesOf(site, "index.html");
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const found = path.startsWith(base) ? lookUp(site, path.slice(base.length)) : undefined;
    const file = found ?? join(folder(site), "404.html");
    response.writeHead(found ? 200 : 404, {
      "content-type": mediaTypes[extname(file)] ?? "application/octet-stream",
      "content-encoding": "gzip",
      "cache-control": cache,
    });
    const bytes = rewrite && file.endsWith(".html") ? rewrite(readFileSync(file, "utf8")) : readFileSync(file);
    response.end(gzipSync(bytes, { level: 9 }));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** The address of a page; the page of errors is what an unknown address shows. */
    address: (path) => origin + base + (path === "404.html" ? "no/such/page" : path),
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}

/** Serves all sites: `address(page)` is the address of an entry of pages.mjs. */
export async function serveAll() {
  const servers = {};
  for (const site of siteNames) servers[site] = await serve(site);
  return {
    address: ({ site, path }) => servers[site].address(path),
    close: () => Promise.all(Object.values(servers).map((server) => server.close())),
  };
}

/** The address of a page on the disk. */
export const fileAddress = ({ site, path }) => pathToFileURL(join(folder(site), path)).href;
