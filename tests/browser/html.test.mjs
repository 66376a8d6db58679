// The Nu HTML checker on every page and every style sheet of all sites.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { noFaults } from "./faults.mjs";
import { artefacts, filesOf, folder, here, root, siteNames } from "./sites.mjs";

const jar = join(here, "node_modules/vnu-jar/build/dist/vnu.jar");

// It ends before the second compiler of Java has paid for itself, and both would have the processor that the other tests need.
const quick = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"];

/** What the checker says of files, as one line each. */
function messages(files, ...options) {
  const args = ["-Xss2m", ...quick, "-jar", jar, "--stdout", "--exit-zero-always", "--format", "json", ...options, ...files];
  const { status, error, stdout, stderr } = spawnSync("java", args, { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, error?.message ?? stderr);
  return JSON.parse(stdout).messages
    .filter(({ message }) => !mistaken.some((pattern) => pattern.test(message)))
    .map(({ url, lastLine, message }) => `${relative(join(artefacts, "sites"), fileURLToPath(url))}:${lastLine}: ${message}`);
}

/** What the checker says and is wrong about. Each line has its reason; nothing else may be here. */
const mistaken = [
  // It takes no file for the site's own when it reads from the disk. network.test.mjs asks the browser.
  /^Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “[^”:]*\/(assets|embed)\/[^”:]*” blocked/,
  /^Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “assets\/[^”:]*” blocked/,
  /^Resource violates Content Security Policy \(meta tag\): image “[^”:]*\/files\/[^”:]*” blocked by “img-src”/,
  // It takes a block of data for a script. That no page has another script in it, tests/suite/pages.rs holds.
  /^Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive/,
  // The data dictionary is in English in every language, and marked as such.
  /^This document appears to be written in English but the “html” start tag has “lang="ja"”/,
  // It knows neither the order of painting, which CSS takes from SVG, nor container queries.
  /^CSS: “paint-order”: Property “paint-order” doesn't exist\.$/,
  /^CSS: “container-type”: Property “container-type” doesn't exist\.$/,
  /^CSS: Unrecognized at-rule “@container”$/,
];

const paths = (site, ending) => filesOf(site, ending).map((path) => join(folder(site), path));

test("the Nu HTML checker has nothing to say of any page", (t) => {
  const files = siteNames.flatMap((site) => paths(site, ".html"));
  t.diagnostic(`${files.length} pages`);
  noFaults(messages(files));
});

// The sheets of all sites are the same; only this site has a style guide.
test("the Nu HTML checker has nothing to say of the style sheets", () => {
  const themes = join(root, "themes");
  const others = readdirSync(themes, { recursive: true }).filter((name) => /^(?!default).*\.css$/.test(name));
  noFaults(messages([...paths("everything", ".css"), ...others.map((name) => join(themes, name))], "--css"));
});
