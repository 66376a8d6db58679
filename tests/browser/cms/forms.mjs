// The forms over a copy of a book, in the storage of a browser: the test backend of the CMS keeps its files there.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { artefacts, here, program } from "../sites.mjs";

const cmsPackage = join(here, "node_modules/@sveltia/cms");
const mediaTypes = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json" };

/** The settings that the program writes for a book. */
export function settings(book, host) {
  const out = mkdtempSync(join(artefacts, "cms-"));
  try {
    execFileSync(program, ["cms", "--root", book, "--host", host, "--out", join(out, "admin")], { stdio: "pipe" });
    return JSON.parse(readFileSync(join(out, "admin/config.json"), "utf8"));
  } finally {
    rmSync(out, { recursive: true });
  }
}

const textsBelow = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".md") && statSync(join(folder, name)).isFile())
    .map((name) => [`content/${name}`, readFileSync(join(folder, name), "utf8")]);

/** Writes files where the test backend looks for them. */
const fillStorage = async (files) => {
  let root = await navigator.storage.getDirectory();
  root = await root.getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [path, text] of files) {
    const names = path.split("/");
    let folder = root;
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    const file = await folder.getFileHandle(names.at(-1), { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
};

/** All files of the test backend, with their texts. */
const readStorage = async () => {
  const found = {};
  const walk = async (folder, prefix) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${prefix}${name}/`);
      // A file that is being written has a second one beside it, which is gone in a moment.
      else if (!name.endsWith(".crswap")) found[prefix + name] = await (await handle.getFile()).text();
    }
  };
  const root = await navigator.storage.getDirectory();
  await walk(await root.getDirectoryHandle("sveltia-cms-test"), "");
  return found;
};

/** Opens the forms over a copy of `book`, and hands over what a test needs. */
export async function withForms(browser, book, { change = () => {}, viewport = { width: 1280, height: 900 } } = {}, use) {
  mkdirSync(artefacts, { recursive: true });
  const own = mkdtempSync(join(artefacts, "cms-"));
  const folder = join(own, "book");
  cpSync(book, folder, { recursive: true });
  change(folder);
  const site = join(own, "site");
  execFileSync(program, ["cms", "--root", folder, "--host", "test", "--package", cmsPackage, "--out", join(site, "admin")], { stdio: "pipe" });
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    try {
      const file = join(site, path.endsWith("/") ? `${path}index.html` : path);
      const bytes = readFileSync(file);
      response.writeHead(200, { "content-type": mediaTypes[extname(file)] ?? "application/octet-stream" }).end(bytes);
    } catch {
      // A browser asks for an icon of its own accord.
      response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const context = await browser.newContext({ viewport, locale: "en-GB" });
  const page = await context.newPage();
  const problems = [];
  const asked = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => { if (message.type() === "error") problems.push(message.text()); });
  page.on("request", (request) => asked.push(request.url()));
  try {
    const files = textsBelow(join(folder, "content"));
    await page.goto(`${origin}/admin/config.json`);
    await page.evaluate(fillStorage, files);
    const before = Object.fromEntries(files);
    await page.goto(`${origin}/admin/`);
    await page.getByRole("button", { name: "Work with Test Repository" }).click();
    await page.getByText("Updates").first().waitFor();
    await use({
      page,
      origin,
      problems,
      asked,
      before,
      /** The files that are new or other than before. */
      changed: async () => {
        const now = await page.evaluate(readStorage);
        return Object.fromEntries(Object.entries(now).filter(([path, text]) => before[path] !== text));
      },
      /** The book on the disk, which has no more files than before until `check` writes them. */
      folder,
      /** What `planbook check` says of the book with these files. */
      check: (files, day) => {
        for (const [path, text] of Object.entries(files)) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
        const said = spawnSync(program, ["check", "--root", folder, "--as-of", day], { encoding: "utf8" });
        return { code: said.status, text: said.stdout + said.stderr };
      },
    });
  } finally {
    await context.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    rmSync(own, { recursive: true, force: true });
  }
}
