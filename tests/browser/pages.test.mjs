import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { label, pages } from "./pages.mjs";
import { filesOf, root, siteNames } from "./sites.mjs";

test("every template of the theme has a page among those that are tested", () => {
  const templates = readdirSync(join(root, "themes/default/templates"))
    .filter((name) => name.endsWith(".html") && name !== "base.html")
    .map((name) => name.slice(0, -".html".length));
  const seen = new Set(pages.map(({ template }) => template));
  assert.deepEqual(templates.filter((name) => !seen.has(name)), []);
});

test("every page that is tested is in its site", () => {
  const files = Object.fromEntries(siteNames.map((site) => [site, new Set(filesOf(site, ".html"))]));
  assert.deepEqual(pages.filter(({ site, path }) => !files[site].has(path)).map(label), []);
});
