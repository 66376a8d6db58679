// The forms over a book: their settings are what the CMS takes, and what is saved is what planbook reads.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import Ajv from "ajv";
import { launch } from "./browser.mjs";
import { settings, withForms } from "./cms/forms.mjs";
import { here, program, root } from "./sites.mjs";

const climate = join(root, "src/scaffold/examples/climate");
const day = "2026-11-24";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const pick = async (page, field, words) => {
  await page.getByRole("combobox", { name: field, exact: true }).click();
  await page.getByRole("option").filter({ hasText: words }).first().click();
};
const write = (place, field, text) => place.getByRole("textbox", { name: field, exact: true }).fill(text);
/** Scrolls down until a field is there: the form makes those that are far below when they come near. */
const reveal = async (page, name) => {
  const field = page.getByRole("group", { name: new RegExp(`^.{0,2}${name}.{0,2} Field$`) });
  await page.mouse.move(600, 500);
  for (let tries = 0; tries < 100 && (await field.count()) === 0; tries += 1) {
    await page.mouse.wheel(0, 800);
    await page.waitForTimeout(50);
  }
  await field.scrollIntoViewIfNeeded();
};
/** Saves, and waits until one file is other than before. */
const save = async (page, changed) => {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  for (let tries = 0; tries < 200; tries += 1) {
    // What is written at this moment cannot be read.
    const files = await changed().catch(() => ({}));
    if (Object.keys(files).length > 0) return files;
    await page.waitForTimeout(100);
  }
  throw new Error(`nothing was saved: ${await page.getByRole("alert").allTextContents()}`);
};

test("the settings are valid by the schema of the CMS, for every host", () => {
  const schema = JSON.parse(readFileSync(join(here, "node_modules/@sveltia/cms/schema/sveltia-cms.json"), "utf8"));
  const valid = new Ajv({ strict: false, allErrors: false, validateFormats: false }).compile(schema);
  for (const book of [root, join(root, "tests/everything")]) {
    for (const host of ["github", "gitlab", "gitea", "local", "test"]) {
      const made = settings(book, host);
      assert.ok(valid(made), `${book} ${host}: ${JSON.stringify(valid.errors?.slice(0, 5))}`);
      assert.equal(made.publish_mode, ["github", "gitlab"].includes(host) ? "editorial_workflow" : undefined);
      assert.equal(made.collections[0].name, "updates");
    }
  }
  const broken = settings(root, "github");
  broken.collections[0].fields[0].widget = "no such field";
  delete broken.collections[0].folder;
  assert.ok(!valid(broken), "the schema finds what is wrong");
});

test("a new update that was filled in is one that planbook reads", () =>
  withForms(browser, climate, {}, async ({ page, origin, problems, asked, changed, check }) => {
    await page.goto(`${origin}/admin/#/collections/updates/new`);
    await write(page, "Date", "2026-11-10");
    await write(page, "Title", "A contract: two ferries");
    await pick(page, "Items", "TR-01");
    await pick(page, "Status", "In progress");
    if (process.env.PICTURES) {
      await page.mouse.move(600, 500);
      await page.mouse.wheel(0, -5000);
      await page.waitForTimeout(500);
      await page.screenshot({ path: process.env.PICTURES, clip: { x: 16, y: 56, width: 1216, height: 415 } });
    }
    await page.getByRole("button", { name: /Add.*Evidence/ }).click();
    const evidence = page.getByRole("group", { name: /Evidence.*Field/ });
    await write(evidence, "Title", "Minutes");
    await write(evidence, "Url", "https://velmouth.example/minutes");
    await reveal(page, "Text");
    await write(page, "Text", "The contract was signed. See [[3.1]].");
    const files = await save(page, changed);
    const [[path, text], ...more] = Object.entries(files);
    assert.deepEqual(more, []);
    assert.match(path, /^content\/updates\/2026\/2026-11-10-3\.1-a-contract-two-ferries\.md$/);
    assert.equal(text, `---
date: 2026-11-10
title: 'A contract: two ferries'
items:
  - '3.1'
status: in-progress
evidence:
  - title: Minutes
    url: https://velmouth.example/minutes
---

The contract was signed. See [[3.1]].
`);
    const said = check(files, day);
    assert.equal(said.code, 0, said.text);
    assert.ok(!said.text.includes(path), said.text);
    const policy = /Content Security Policy/;
    assert.deepEqual(problems.filter((problem) => !policy.test(problem)), []);
    const others = asked.filter((address) => !address.startsWith(origin) && !address.startsWith("blob:"));
    // The CMS asks for its fonts elsewhere first; the policy of the page stops that.
    assert.deepEqual(others.filter((address) => !address.endsWith(".woff2")), []);
  }));

test("a date that is none, and a required key that is empty, are not saved", () =>
  withForms(browser, climate, {}, async ({ page, origin, changed }) => {
    await page.goto(`${origin}/admin/#/collections/updates/new`);
    await write(page, "Date", "10 November");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("This is not in the form that the hint shows.").first().waitFor();
    assert.deepEqual(await changed(), {});
  }));

test("an edit of an item keeps the keys that have no field, and loses comments", () => {
  const path = "content/areas/03-getting-around/3.1-cycle-tracks.md";
  const change = (book) => {
    const file = join(book, path);
    writeFileSync(file, readFileSync(file, "utf8").replace(/^---\n/, "---\n# A remark\nx-unknown: kept\n"));
  };
  return withForms(browser, climate, { change }, async ({ page, origin, before, changed, check }) => {
    await page.goto(`${origin}/admin/#/collections/items/filter/03-getting-around`);
    await page.getByText("3.1-cycle-tracks", { exact: false }).first().click();
    await write(page, "Title", "More cycle tracks");
    const files = await save(page, changed);
    assert.deepEqual(Object.keys(files), [path]);
    const text = files[path];
    assert.match(text, /^title: More cycle tracks$/m);
    assert.match(text, /^x-unknown: kept$/m);
    assert.doesNotMatch(text, /A remark/);
    const keys = (text) => [...text.matchAll(/^([a-z-]+):/gm)].map(([, key]) => key).sort();
    assert.deepEqual(keys(text), keys(before[path]));
    assert.equal(text.split("\n---\n")[1].trim(), before[path].split("\n---\n")[1].trim());
    const said = check(files, day);
    assert.equal(said.code, 0, said.text);
  });
});

test("a translation goes beside its original with words only, and an edit keeps what it was made from", () => {
  const path = "content/agencies/buildings.ja.md";
  const made = `---\nname: 旧名\nmade-from:\n  name: "733b5633"\n---\n`;
  const japanese = (page) => page.getByRole("group", { name: /Edit .*Japanese.* Content/ });
  const change = (book) => {
    const settings = join(book, "book.toml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace(`languages = ["en"]`, `languages = ["en", "ja"]`));
  };
  const translated = (begin, rest) =>
    withForms(browser, climate, { change: (book) => { change(book); begin(book); } }, async ({ page, origin, changed, check }) => {
      await page.goto(`${origin}/admin/#/collections/agencies/entries/buildings`);
      await page.getByRole("textbox", { name: "Name", exact: true }).first().waitFor();
      const enable = page.getByRole("button", { name: /Enable.*Japanese/ });
      if (await enable.count() > 0) await enable.first().click();
      await write(japanese(page), "Name", "市役所");
      const files = await save(page, changed);
      assert.equal(files[path], `---\nname: 市役所\n${rest}---\n`);
      // The original may be written anew, too.
      assert.deepEqual(Object.keys(files).filter((file) => file !== path && file !== path.replace(".ja", "")), []);
      const said = check(files, day);
      assert.equal(said.code, 0, said.text);
    });
  return translated(() => {}, "")
    .then(() => translated((book) => writeFileSync(join(book, path), made), "made-from:\n  name: 733b5633\n"));
});

/** The headings of the issue form, and the columns of a workbook, for each part of an answer. */
const parts = {
  date: "Date", nothing: "Nothing to report", status: "Status", outlook: "Outlook", happened: "What happened",
  "evidence-title": "Title of a public document", "evidence-url": "Its address (URL)", challenges: "Challenges",
  "next-steps": "Next steps", meeting: "Meeting", "new-due": "New due date", reason: "Reason for the new date",
};

/** The file that an answer becomes when it comes as a row of a workbook, and as an issue: its path with its text. */
const otherWays = (folder, answer) => {
  const own = mkdtempSync(join(tmpdir(), "planbook-answer-"));
  const run = (...args) => {
    const said = spawnSync(program, [...args, "--root", folder, "--as-of", day], { encoding: "utf8" });
    return { code: said.status, text: said.stdout + said.stderr };
  };
  const only = (text, mark) => {
    const lines = text.split("\n").filter((line) => line.startsWith(mark));
    return lines.map((line) => `${line.slice(mark.length)}\n`).join("");
  };
  try {
    const quoted = (text) => `"${(text ?? "").replaceAll('"', '""')}"`;
    const mark = "planbook-reply-1 table=items agency=streets period=2026-H2 as-of=2026-11-24 date=2026-11-24 audience=public";
    const row = [quoted("3.1"), ...Object.keys(parts).map((part) => quoted(answer[part]))];
    writeFileSync(join(own, "reply.csv"), `${[mark, ...Object.keys(parts)].join(",")}\nitem\n${row.join(",")}\n`);
    const reply = run("receive", join(own, "reply.csv"), "--dry-run");
    assert.equal(reply.code, 0, reply.text);
    const path = reply.text.split("\n").find((line) => line.startsWith("content/"));
    const questions = { item: "Item", agency: "Agency", ...parts };
    const all = { item: "TR-01", agency: "streets", ...answer };
    const body = Object.entries(questions).map(([part, label]) => `### ${label}\n\n${all[part] ?? "_No response_"}\n\n`);
    writeFileSync(join(own, "issue.md"), body.join(""));
    const issue = run("new", "update", "--from-form", join(own, "issue.md"), "--print");
    assert.equal(issue.code, 0, issue.text);
    return { path, reply: only(reply.text, "    + "), issue: issue.text };
  } finally {
    rmSync(own, { recursive: true });
  }
};

const answers = {
  "a report": [
    {
      date: "2026-11-10",
      status: "In progress",
      outlook: "At risk",
      happened: "It's decided: two \"new\" ferries. The contract holds for a year.",
      "evidence-title": "Minutes: part 2\nReport",
      "evidence-url": "https://velmouth.example/minutes\nhttps://velmouth.example/report",
      challenges: "The quay is late: no pilot.\nCranes are missing.",
      "next-steps": "Work starts in June",
    },
    async (page, answer) => {
      await write(page, "Title", "It's decided: two \"new\" ferries");
      await pick(page, "Status", answer.status);
      // A short list is a group of buttons.
      await reveal(page, "Outlook");
      await page.getByRole("radio", { name: new RegExp(`^${answer.outlook}`) }).click();
      for (const at of [0, 1]) {
        await page.getByRole("button", { name: /Add.*Evidence/ }).click();
        const evidence = page.getByRole("group", { name: /Evidence.*Field/ });
        await evidence.getByRole("textbox", { name: "Title", exact: true }).nth(at).fill(answer["evidence-title"].split("\n")[at]);
        await evidence.getByRole("textbox", { name: "Url", exact: true }).nth(at).fill(answer["evidence-url"].split("\n")[at]);
      }
      await reveal(page, "Challenges");
      await write(page, "Challenges", answer.challenges.replace("\n", "\n\n"));
      await reveal(page, "Next steps");
      await write(page, "Next steps", answer["next-steps"]);
      await reveal(page, "Text");
      await write(page, "Text", answer.happened);
    },
  ],
  "nothing to report": [
    { date: "2026-11-10", nothing: "Yes" },
    async (page) => {
      await write(page, "Title", "Nothing to report");
      await pick(page, "Kind", "No change");
    },
  ],
  "another due date": [
    { date: "2026-11", "new-due": "2031", reason: "No bids", happened: "- A list, and #signs" },
    async (page, answer) => {
      await write(page, "Title", "A list, and #signs");
      await pick(page, "Kind", "Date change");
      await reveal(page, "New due");
      await write(page, "New due", answer["new-due"]);
      await reveal(page, "Reason");
      await write(page, "Reason", answer.reason);
      await reveal(page, "Text");
      await write(page, "Text", "- A list, and \\#signs");
    },
  ],
};
for (const [name, [answer, fill]] of Object.entries(answers)) {
  test(`an answer is the same file from the form, a workbook and an issue: ${name}`, () =>
    withForms(browser, climate, {}, async ({ page, origin, changed, check, folder }) => {
      await page.goto(`${origin}/admin/#/collections/updates/new`);
      await write(page, "Date", answer.date);
      await pick(page, "Items", "TR-01");
      await fill(page, answer);
      await reveal(page, "By");
      await pick(page, "By", "streets");
      const others = otherWays(folder, answer);
      // On which day an answer came is known to the program that receives it; a form asks for it.
      const [, reported] = /^reported: (.*)$/m.exec(others.reply) ?? [];
      if (reported) {
        await reveal(page, "Reported");
        await write(page, "Reported", reported);
      }
      const files = await save(page, changed);
      assert.deepEqual(files, { [others.path]: others.reply });
      assert.equal(others.issue, others.reply);
      const said = check(files, day);
      assert.equal(said.code, 0, said.text);
    }));
}
