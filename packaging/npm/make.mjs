// Makes the npm packages: a package with the program for each system, and the main package, which depends on all of them.
//
//   node packaging/npm/make.mjs platform linux-x64 target/release/planbook dist/npm
//   node packaging/npm/make.mjs main dist/npm
//
// Each writes a folder that `npm pack` and `npm publish` take. The version is that of Cargo.toml.

import { chmodSync, copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const platforms = JSON.parse(readFileSync(join(here, "platforms.json"), "utf8"));
const common = JSON.parse(readFileSync(join(here, "main/package.json"), "utf8"));

function version() {
  const found = /^\[package\][^[]*?^version = "([^"]+)"/ms.exec(readFileSync(join(root, "Cargo.toml"), "utf8"));
  if (!found) throw new Error("Cargo.toml has no version");
  return found[1];
}

/** The address of the repository, which npm compares with that of the workflow when it notes where a package comes from. */
function repository() {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
  return server && name ? { repository: { type: "git", url: `git+${server}/${name}.git` } } : {};
}

/** An empty folder with the licences and a package.json. */
function folder(path, json) {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(join(root, licence), join(path, licence));
  writeFileSync(join(path, "package.json"), `${JSON.stringify(json, null, 2)}\n`);
  return path;
}

function makePlatform(name, program, out) {
  const platform = platforms[name];
  if (!platform) throw new Error(`${name} is none of ${Object.keys(platforms).join(", ")}`);
  const path = folder(join(out, name), {
    name: `@planbook/${name}`,
    version: version(),
    description: `The program of planbook for ${name}`,
    license: common.license,
    os: [platform.os],
    cpu: [platform.cpu],
    files: ["bin", "LICENSE-MIT", "LICENSE-APACHE"],
    preferUnplugged: true,
    ...repository(),
  });
  mkdirSync(join(path, "bin"));
  copyFileSync(program, join(path, "bin", platform.binary));
  chmodSync(join(path, "bin", platform.binary), 0o755);
  writeFileSync(join(path, "README.md"), `The program of [planbook](https://www.npmjs.com/package/planbook) for ${name}. Install \`planbook\`.\n`);
}

function makeMain(out) {
  const needed = Object.keys(platforms).map((name) => [`@planbook/${name}`, version()]);
  const path = folder(join(out, "planbook"), {
    ...common,
    version: version(),
    optionalDependencies: Object.fromEntries(needed),
    ...repository(),
  });
  cpSync(join(here, "main/bin"), join(path, "bin"), { recursive: true });
  chmodSync(join(path, "bin/planbook.js"), 0o755);
  copyFileSync(join(here, "main/README.md"), join(path, "README.md"));
  const binaries = Object.entries(platforms).map(([name, { binary }]) => [name, binary]);
  writeFileSync(join(path, "bin/platforms.json"), `${JSON.stringify(Object.fromEntries(binaries), null, 2)}\n`);
}

const [kind, ...rest] = process.argv.slice(2);
if (kind === "platform" && rest.length === 3) makePlatform(...rest);
else if (kind === "main" && rest.length === 1) makeMain(...rest);
else {
  console.error("usage: make.mjs platform NAME PROGRAM FOLDER | make.mjs main FOLDER");
  process.exitCode = 2;
}
