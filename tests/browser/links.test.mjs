// Every link and every fragment of the sites, followed by lychee; links to other sites are left alone.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { noFaults } from "./faults.mjs";
import { artefacts, filesOf, folder } from "./sites.mjs";

const installed = join(artefacts, "tools/bin/lychee");
const lychee = existsSync(installed) ? installed : "lychee";

for (const [site, base] of [["real", ""], ["frozen", ""], ["everything", "plan"], ["extremes", ""], ["empty", ""]]) {
  test(`every link of ${site} leads somewhere`, (t) => {
    filesOf(site, ".html");
    // Absolute links (those of 404.html) begin with the path that the site stands at.
    const rootDir = base ? join(artefacts, "links", site) : folder(site);
    if (base) {
      rmSync(rootDir, { recursive: true, force: true });
      mkdirSync(rootDir, { recursive: true });
      symlinkSync(folder(site), join(rootDir, base));
    }
    const args = ["--offline", "--include-fragments", "--no-progress", "--root-dir", rootDir, "--format", "json"];
    const { status, error, stdout, stderr } = spawnSync(lychee, [...args, `${folder(site)}/**/*.html`], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    assert.ok(status === 0 || status === 2, `lychee: ${error?.message ?? stderr}`);
    const report = JSON.parse(stdout);
    t.diagnostic(`${report.total} links, ${report.successful} within the site`);
    const broken = Object.entries(report.error_map).flatMap(([page, links]) =>
      links.map(({ url, status }) => `${page}: ${url}: ${status.text}`));
    noFaults(broken);
    assert.ok(report.successful > 100, "no links were found");
  });
}
