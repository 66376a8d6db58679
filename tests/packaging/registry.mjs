// A registry of npm for this machine, as much of one as `npm install` needs: it has the packages of a folder, and all others are
// missing, as those for other systems are before they are published.
//
//   node registry.mjs FOLDERS TARBALLS FILE    writes its address to FILE

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const [folders, tarballs, addressFile] = process.argv.slice(2);

/** What the registry says about each package, by name. */
const packages = new Map();
for (const folder of readdirSync(folders)) {
  const json = JSON.parse(readFileSync(join(folders, folder, "package.json"), "utf8"));
  const file = `${json.name.replace("@", "").replace("/", "-")}-${json.version}.tgz`;
  const integrity = `sha512-${createHash("sha512").update(readFileSync(join(tarballs, file))).digest("base64")}`;
  packages.set(json.name, { json, file, integrity });
}

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://registry").pathname.slice(1));
  const tarball = [...packages.values()].find(({ file }) => path === `tarballs/${file}`);
  if (tarball) {
    response.end(readFileSync(join(tarballs, tarball.file)));
    return;
  }
  const found = packages.get(path);
  response.setHeader("content-type", "application/json");
  if (!found) {
    response.statusCode = 404;
    response.end("{}");
    return;
  }
  const { json, file, integrity } = found;
  const dist = { tarball: `http://${request.headers.host}/tarballs/${file}`, integrity };
  response.end(JSON.stringify({ name: json.name, "dist-tags": { latest: json.version }, versions: { [json.version]: { ...json, dist } } }));
});
server.listen(0, "127.0.0.1", () => writeFileSync(addressFile, `http://127.0.0.1:${server.address().port}/`));
