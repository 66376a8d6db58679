// The search: what it finds, in the box of each page and on its own page, and that it does so wherever a site stands.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { launch } from "./browser.mjs";
import { fileAddress, filesOf, folder, root, serveAll } from "./sites.mjs";

const script = (name) => join(root, `themes/default/static/${name}.js`);
const fixture = (name) => JSON.parse(readFileSync(join(root, `tests/fixtures/search/${name}.json`), "utf8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const home = { site: "frozen", path: "index.html" };
const item = { site: "frozen", path: "items/3.2/index.html" };
const page = { site: "frozen", path: "search/index.html" };
const ends = [["a server", (entry) => sites.address(entry)], ["the disk", fileAddress]];

let sites, browser;
const contexts = [];
before(async () => {
  sites = await serveAll();
  browser = await launch();
});
afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));
after(() => Promise.all([browser.close(), sites.close()]));

/** A tab, and what goes wrong in it. */
async function tabOf({ width = 1280, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...options });
  contexts.push(context);
  const tab = await context.newPage();
  tab.faults = [];
  tab.on("pageerror", (error) => tab.faults.push(error.message));
  tab.on("console", (line) => tab.faults.push(line.text()));
  await tab.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => console.error(violatedDirective));
  });
  return tab;
}
async function visit(entry, { query = "", ...options } = {}) {
  const tab = await tabOf(options);
  await tab.goto(sites.address(entry) + query);
  return tab;
}
const field = (tab) => tab.getByRole("searchbox", { name: /^(Search|検索)$/ });
const panel = (tab) => tab.locator(".search-panel");
const links = (tab) => tab.locator(".results a:visible");
const titles = (tab) => links(tab).allTextContents();
const count = (tab) => tab.locator(".search-count:visible");
/** Waits for a count, or another text of the search. */
const says = (tab, text) => tab.locator("form.search, main").getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();
const focused = (tab, locator) => locator.evaluate((element) => element === document.activeElement);
const firstIs = (tab, title) => links(tab).first().getByText(title).waitFor();
const query = (tab) => tab.evaluate(() => location.search);

/** What finds, without a page. */
function engine() {
  const files = new Map();
  const context = vm.createContext({ planbookSearch: (name, content) => { files.set(name, content); } });
  const run = (text) => vm.runInContext(text, context);
  run(readFileSync(script("search-query"), "utf8"));
  return { files, run, api: context.planbookSearch };
}
/** All that is found once every file is there, and whether it has only some of what was typed. */
function find({ files, api }, text, bring = () => assert.fail("a file is missing")) {
  for (;;) {
    const query = new api.Query(files);
    const found = [...query.best(query.find(text))];
    if (!query.missing.size) return { found, is_partial: query.isPartial };
    for (const name of query.missing) bring(name);
  }
}

test("texts are taken apart as the program takes them apart", () => {
  const { api } = engine();
  const cases = fixture("words");
  assert.ok(cases.length > 40);
  for (const { text, ...expected } of cases) {
    const folded = api.folded(text);
    // What comes out of another context is not equal to arrays of this one.
    const compounds = Array.from(api.compounds(folded), (compound) => [...compound]);
    assert.deepEqual({ words: [...api.words(folded)], name: api.foldedName(text) || null, compounds }, expected, text);
  }
});

test("a query finds what the program finds, in the same order", () => {
  const { scripts, answers } = fixture("found");
  const search = engine();
  scripts.forEach(search.run);
  for (const { query, ...answer } of answers) assert.deepEqual(find(search, query), answer, query);
});

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const packed = (number) => (number < 32 ? letters[number] : letters[32 + (number % 32)] + packed(Math.floor(number / 32)));
/** The words of an index in files of a few words each, as those of a large plan are. */
function divide(search, most) {
  const list = search.files.get("list");
  const compare = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const all = [...list.words.files].flatMap((name) => {
    const { words, of, groups } = search.files.get(name);
    // The script knows how packed places are read; numbers are their distances.
    let last = -1;
    const numbers = [...search.api.places(of)].map((place) => {
      const number = place - last - 1;
      last = place;
      return number;
    });
    return words.split(" ").map((word, n) => [word, groups[numbers[n]]]);
  });
  assert.deepEqual(all, [...all].sort(([a], [b]) => compare(a, b)));
  list.words = { first: [], files: [] };
  for (let at = 0; at < all.length; at += most) {
    const some = all.slice(at, at + most);
    const name = `divided-${at}`;
    const groups = [...new Set(some.map(([, group]) => group))];
    search.files.set(name, {
      words: some.map(([word]) => word).join(" "),
      of: some.map(([, group]) => packed(groups.indexOf(group))).join(""),
      groups,
      more: {},
    });
    list.words.first.push(some[0][0]);
    list.words.files.push(name);
  }
  list.words.first = list.words.first.join(" ");
  for (const kind of ["spellings", "endings"]) {
    const words = [...list[kind].files].flatMap((name) => search.files.get(name).split(" "));
    const starts = words.filter((_, n) => n % most === 0);
    starts.forEach((_, n) => search.files.set(`${kind}-${n}`, words.slice(n * most, (n + 1) * most).join(" ")));
    list[kind] = { first: starts.join(" "), files: starts.map((_, n) => `${kind}-${n}`) };
  }
}

test("the same is found when the words are in many files, of which few are loaded", () => {
  const { scripts, answers } = fixture("found");
  for (const most of [40, 17]) {
    const search = engine();
    scripts.forEach(search.run);
    divide(search, most);
    const all = new Map(search.files);
    for (const { query, ...answer } of answers) {
      // A beginning as short as this has more words than two files have.
      if ([...query.trim()].length < 2) continue;
      search.files.clear();
      search.files.set("list", all.get("list"));
      const asked = new Set();
      const words = query.trim().split(/[^\p{L}\p{N}]+/u).length + query.length / 2;
      assert.deepEqual(find(search, query, (name) => search.files.set(name, all.get(name)) && asked.add(name)), answer, query);
      assert.ok(asked.size <= 12 * words, `${query}: ${asked.size} files`);
    }
  }
});

// What the first readers of the plan look for. The book is the real one, because it has two languages.
for (const [where, addressOf] of ends) {
  for (const [path, title] of [["", "Mutual logistics support agreement"], ["ja/", "物品役務相互提供協定"]]) {
    test(`the logistics agreement is found first below /${path} from ${where}`, async () => {
      const tab = await tabOf();
      await tab.goto(addressOf({ site: "real", path: `${path}agencies/index.html` }));
      for (const text of ["acsa", "物品役務", "3(1)"]) {
        await field(tab).fill(text);
        await firstIs(tab, title);
        assert.equal(await links(tab).first().evaluate((link) => link.href),
          addressOf({ site: "real", path: `${path}items/3.1/index.html` }), text);
        await field(tab).fill("");
        await panel(tab).waitFor({ state: "hidden" });
      }
      assert.deepEqual(tab.faults, []);
    });
  }
}

test("the box shows the best results with their kind, and leads to all", async () => {
  const tab = await visit(item);
  await field(tab).fill("cyber dialogue");
  await count(tab).waitFor();
  assert.ok((await links(tab).count()) <= 8);
  const marks = await tab.locator(".search-panel mark").allTextContents();
  assert.ok(marks.length > 0);
  assert.ok(marks.every((mark) => /^(cyber|dialogue)/i.test(mark)), marks.join());
  const [, all] = /^All results \((\d+)\)$/.exec(await count(tab).textContent());
  await count(tab).click();
  await says(tab, `${all} results`);
  assert.equal(await query(tab), "?q=cyber+dialogue");
  assert.equal(await field(tab).inputValue(), "cyber dialogue");
});

test("the keyboard alone searches from the box", async () => {
  const tab = await visit(item, { reducedMotion: "reduce" });
  await tab.keyboard.press("/");
  assert.ok(await focused(tab, field(tab)));
  await tab.keyboard.type("logistics/");
  assert.equal(await field(tab).inputValue(), "logistics/");
  await count(tab).waitFor();
  await tab.keyboard.press("ArrowDown");
  assert.ok(await focused(tab, links(tab).nth(0)));
  await tab.keyboard.press("ArrowDown");
  assert.ok(await focused(tab, links(tab).nth(1)));
  await tab.keyboard.press("ArrowUp");
  await tab.keyboard.press("ArrowUp");
  assert.ok(await focused(tab, field(tab)));
  await tab.keyboard.press("ArrowUp");
  assert.ok(await focused(tab, field(tab)));
  await tab.keyboard.press("Tab");
  assert.ok(await focused(tab, links(tab).nth(0)));
  const address = await links(tab).nth(0).evaluate(({ href }) => href);
  await tab.keyboard.press("Escape");
  assert.ok(await focused(tab, field(tab)));
  assert.ok(await panel(tab).isHidden());
  assert.equal(await field(tab).inputValue(), "logistics/");
  await tab.keyboard.press("End");
  await tab.keyboard.press("Backspace");
  await panel(tab).waitFor();
  await tab.keyboard.press("ArrowDown");
  await tab.keyboard.press("Enter");
  await tab.waitForURL(address);
  await tab.goBack();
  await field(tab).fill("acsa");
  await tab.keyboard.press("Enter");
  await tab.waitForURL(/search\/index\.html\?q=acsa$/);
  await count(tab).waitFor();
});

test("the panel closes when the focus leaves it", async () => {
  const tab = await visit(item);
  await field(tab).fill("logistics");
  await count(tab).waitFor();
  await count(tab).focus();
  await tab.keyboard.press("Tab");
  assert.ok(await panel(tab).isHidden());
  await field(tab).focus();
  await panel(tab).waitFor();
  await tab.locator("h1").click();
  assert.ok(await panel(tab).isHidden());
});

test("the key / is left to fields and to other keys, and can be switched off", async () => {
  const tab = await visit(item);
  await tab.keyboard.press("Control+/");
  assert.ok(!(await focused(tab, field(tab))));
  const items = await visit({ site: "frozen", path: "items/index.html" });
  await items.getByLabel("Filter by text").focus();
  await items.keyboard.type("1/2");
  assert.equal(await items.getByLabel("Filter by text").inputValue(), "1/2");

  await tab.goto(sites.address(page));
  const choice = tab.getByRole("checkbox", { name: /the \/ key/ });
  assert.ok(await choice.isChecked());
  await choice.uncheck();
  await tab.goto(sites.address(item));
  await tab.keyboard.press("/");
  assert.ok(!(await focused(tab, field(tab))));
  await tab.goto(sites.address(page));
  await choice.check();
  await tab.goto(sites.address(item));
  await tab.keyboard.press("/");
  assert.ok(await focused(tab, field(tab)));
});

test("what an input method is still composing is not searched, and keeps its keys", async () => {
  const tab = await visit({ site: "real", path: "ja/index.html" });
  const keys = await tab.context().newCDPSession(tab);
  await field(tab).focus();
  await tab.evaluate(() => {
    window.asked = [];
    const { replaceChildren } = Element.prototype;
    Element.prototype.replaceChildren = function (...nodes) {
      if (this.matches(".search-results")) window.asked.push(document.querySelector(".search input").value);
      return replaceChildren.apply(this, nodes);
    };
  });
  for (const text of ["ｂ", "ぶ", "ぶっ", "ぶっぴん"]) {
    await keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  assert.equal(await field(tab).inputValue(), "ぶっぴん");
  // Enter and Escape belong to the input method.
  const left = await field(tab).evaluate((input) => ["ArrowDown", "Escape"].map((key) => {
    const event = new KeyboardEvent("keydown", { key, isComposing: true, bubbles: true, cancelable: true });
    return input.dispatchEvent(event);
  }));
  assert.deepEqual(left, [true, true]);
  assert.ok(await panel(tab).isHidden());
  await keys.send("Input.insertText", { text: "物品" });
  await firstIs(tab, "物品役務相互提供協定");
  assert.deepEqual(await tab.evaluate(() => window.asked), ["物品"]);
});

test("how many are found is announced once typing has come to rest", async () => {
  const tab = await visit(item);
  await field(tab).focus();
  await tab.evaluate(() => {
    window.said = [];
    const live = document.querySelector(".search-said");
    new MutationObserver(() => window.said.push(live.textContent)).observe(live, { childList: true });
  });
  await field(tab).pressSequentially("acsa");
  await count(tab).waitFor();
  const all = /\d+/.exec(await count(tab).textContent())[0];
  const said = (length) => tab.waitForFunction((length) => window.said.length >= length && window.said, length);
  assert.deepEqual(await (await said(1)).jsonValue(), [`${all} results`]);
  await field(tab).fill("no such words here xyzzy");
  await field(tab).fill("xyzzyxyzzy");
  assert.deepEqual(await (await said(2)).jsonValue(), [`${all} results`, "No results."]);
  assert.equal(await tab.locator(".search-said").getAttribute("aria-live"), "polite");
});

for (const [where, addressOf] of ends) {
  test(`a query is in the address, and the back button brings the last one back, from ${where}`, async () => {
    const tab = await tabOf();
    await tab.goto(`${addressOf(page)}?q=acsa`);
    await count(tab).waitFor();
    const acsa = await titles(tab);
    await field(tab).fill("customs");
    await tab.locator("mark").getByText("customs", { exact: false }).first().waitFor();
    assert.equal(await query(tab), "?q=customs");
    await tab.keyboard.press("Enter");
    const customs = await titles(tab);
    await field(tab).fill("");
    await tab.getByRole("heading", { name: "Lists" }).waitFor();
    assert.equal(await query(tab), "");
    await tab.goBack();
    await tab.waitForFunction(() => location.search === "?q=customs" && document.querySelector(".results a"));
    assert.equal(await field(tab).inputValue(), "customs");
    assert.deepEqual(await titles(tab), customs);
    await tab.goBack();
    await tab.waitForFunction((first) => document.querySelector(".results a")?.textContent === first, acsa[0]);
    assert.deepEqual(await titles(tab), acsa);
    await links(tab).first().click();
    await tab.waitForURL((address) => !address.pathname.includes("/search/"));
    await tab.goBack();
    await count(tab).waitFor();
    assert.deepEqual(await titles(tab), acsa);
    assert.deepEqual(tab.faults, []);
  });
}

test("results stand by kind, best first, fifteen at a time", async () => {
  const tab = await visit(page, { query: "?q=japan" });
  await count(tab).waitFor();
  const all = Number(/\d+/.exec(await count(tab).textContent())[0]);
  assert.ok(all > 40);
  assert.equal(await links(tab).count(), 15);
  const first = await titles(tab);
  await tab.getByRole("button", { name: "Show more results" }).click();
  await tab.waitForFunction(() => document.querySelectorAll(".results a").length === 30);
  const newer = await tab.evaluate(() => document.activeElement.textContent);
  assert.ok((await titles(tab)).includes(newer) && !first.includes(newer));
  const sections = await tab.locator(".search-results section").evaluateAll((all) =>
    all.map((section) => [Number(section.querySelector("h2 .n").textContent), section.querySelectorAll("li").length]));
  assert.ok(sections.length > 1);
  assert.ok(sections.every(([of, shown]) => of >= shown));
  assert.ok(sections.reduce((sum, [of]) => sum + of, 0) <= all);
  // Who comes back finds as many.
  await links(tab).last().click();
  await tab.waitForURL((address) => !address.pathname.includes("/search/"));
  await tab.goBack();
  await tab.waitForFunction(() => document.querySelectorAll(".results a").length === 30);
});

test("an edition of the plan can be chosen", async () => {
  const tab = await visit({ site: "everything", path: "search/index.html" }, { query: "?edition=2016" });
  await count(tab).waitFor();
  const addresses = () => links(tab).evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
  const older = await addresses();
  assert.ok(older.length > 0 && older.every((address) => address.includes("/editions/2016/")), older.join(" "));
  const edition = tab.getByRole("combobox", { name: "Edition", exact: true });
  assert.equal(await edition.inputValue(), "2016");
  await edition.selectOption("newest");
  await tab.waitForFunction(() => [...document.querySelectorAll(".results a")].every((link) => !link.href.includes("/editions/")));
  assert.ok((await addresses()).length > older.length);
  assert.equal(await query(tab), "?edition=newest");
});

test("what is not translated says in which language it is", async () => {
  const tab = await visit({ site: "real", path: "ja/search/index.html" }, { query: "?q=Kitazawa" });
  await count(tab).waitFor();
  const other = tab.locator(".excerpt[lang=en]");
  assert.ok(await other.filter({ has: tab.locator("mark") }).count() > 0);
  const english = /^[\p{ASCII}\p{P}\s·…]*$/u;
  for (const text of await other.allTextContents()) assert.match(text, english);
  for (const text of await tab.locator(".excerpt:not([lang])").allTextContents()) assert.doesNotMatch(text, /[a-z]+ [a-z]+ [a-z]+ [a-z]+/);
});

test("filters combine, are in the address, and come when they are asked for", async () => {
  const tab = await tabOf();
  const asked = [];
  tab.on("request", (request) => /\/search\/f-/.test(request.url()) && asked.push(request.url()));
  await tab.goto(`${sites.address(page)}?q=japan`);
  await count(tab).waitFor();
  const number = async () => Number(/\d+/.exec(await count(tab).textContent())[0]);
  const all = await number();
  assert.deepEqual(asked, []);
  await tab.getByText("Filters", { exact: true }).click();
  const choice = (name) => tab.getByRole("combobox", { name, exact: true });
  await choice("Status").selectOption({ label: "Completed" });
  await tab.waitForFunction((all) => !document.querySelector(".search-count").textContent.startsWith(`${all} `), all);
  const completed = await number();
  assert.ok(completed > 0 && completed < all);
  assert.equal(await query(tab), "?q=japan&status=completed");
  assert.deepEqual(new Set(await tab.locator(".results .st").allTextContents()), new Set(["Completed"]));
  await choice("Type of page").selectOption({ label: "Items" });
  await tab.waitForFunction(() => location.search.includes("kind="));
  assert.equal(await tab.locator(".search-results section").count(), 1);
  await tab.goBack();
  await tab.waitForFunction(() => !location.search.includes("kind="));
  assert.equal(await choice("Type of page").inputValue(), "");
  assert.equal(await choice("Status").inputValue(), "completed");

  // An address names filters; what it names that is none is left out, and a value that the site does not have is named.
  await tab.goto(`${sites.address(page)}?q=japan&status=completed&area=no-such-area&utm=x`);
  await says(tab, `${completed} results`);
  await choice("Status").waitFor();
  assert.equal(await choice("Status").inputValue(), "completed");
  assert.equal(await choice("Area").inputValue(), "");
  const unknown = tab.locator(".search-unknown");
  const left = "“Area” has no “no-such-area” on this site, so that filter is left out.";
  assert.equal(await unknown.textContent(), left);
  await tab.waitForFunction((left) => document.querySelector(".search-said").textContent.startsWith(`${left} `), left);
  assert.equal(await query(tab), "?q=japan&status=completed");
  await field(tab).fill("japan ");
  assert.ok(await unknown.isHidden());
  assert.equal(await query(tab), "?q=japan&status=completed");
  // Without words a filter lists what it leaves.
  await field(tab).fill("");
  await tab.waitForFunction(() => location.search === "?status=completed" && document.querySelector(".results .st"));
});

test("what has only some of the words is shown as that, and words that no page has find nothing", async () => {
  const some = "Nothing has all of these words. These have some of them:";
  const tab = await visit(page, { query: "?q=xyzzyq+logistics" });
  await says(tab, some);
  assert.ok((await links(tab).count()) > 0);
  await tab.waitForFunction((some) => document.querySelector(".search-said").textContent.startsWith(`${some} `), some);
  await field(tab).fill("logistics");
  await tab.locator(".search-some").waitFor({ state: "hidden" });
  await field(tab).fill("logisticsquux");
  await says(tab, "No results.");
  await tab.goto(sites.address(item));
  await field(tab).fill("xyzzyq logistics");
  await says(tab, some);
  await count(tab).waitFor();
  await tab.goto(sites.address({ site: "real", path: "ja/search/index.html" }));
  for (const text of ["コンピューターゲーム", "エヌピーティー", "平成21年"]) {
    await field(tab).fill(text);
    await says(tab, "該当するものはありません。");
    await field(tab).fill("");
    await tab.locator(".search-none").waitFor({ state: "hidden" });
  }
});

test("the arrow opens the list again that Escape closed", async () => {
  const tab = await visit(item);
  await field(tab).fill("logistics");
  await count(tab).waitFor();
  await tab.keyboard.press("Escape");
  assert.ok(await panel(tab).isHidden());
  await tab.keyboard.press("ArrowDown");
  await panel(tab).waitFor();
  assert.ok(await focused(tab, field(tab)));
  await tab.keyboard.press("ArrowDown");
  assert.ok(await focused(tab, links(tab).nth(0)));
  // An empty field has no list.
  await field(tab).fill("");
  await tab.keyboard.press("ArrowDown");
  assert.ok(await panel(tab).isHidden());
});

test("a list that is older than the parts of the site is asked for again", async () => {
  const tab = await tabOf();
  const list = readFileSync(join(folder("frozen"), "search/list.js"), "utf8");
  let asked = 0;
  await tab.route(/search\/list\.js/, (route) => {
    asked += 1;
    const isOld = !new URL(route.request().url()).search;
    const body = isOld ? list.replace(/"([wd])-[0-9a-f]{12}"/g, '"$1-000000000000"') : list;
    return route.fulfill({ contentType: "text/javascript", body });
  });
  await tab.goto(`${sites.address(page)}?q=acsa`);
  await count(tab).filter({ hasText: /result/ }).waitFor();
  assert.ok((await links(tab).count()) > 0);
  assert.equal(asked, 2);
});

test("where nothing is found the page says what could help", async () => {
  const tab = await visit({ site: "real", path: "search/index.html" }, { query: "?q=xyzzyxyzzy" });
  await says(tab, "No results.");
  assert.ok(await tab.getByText("Use fewer or more general words.").isVisible());
  assert.ok(await tab.getByRole("heading", { name: "Lists" }).isVisible());
  assert.equal(await links(tab).count(), 0);
  const other = tab.locator(".search-none").getByRole("link", { name: "日本語" });
  assert.equal(await other.evaluate(({ href }) => href), `${sites.address({ site: "real", path: "ja/search/index.html" })}?q=xyzzyxyzzy`);
  await field(tab).fill("acsa");
  await count(tab).waitFor();
  assert.ok(await tab.getByRole("heading", { name: "Lists" }).isHidden());

  await tab.goto(sites.address(item));
  await field(tab).fill("xyzzyxyzzy");
  await tab.getByRole("link", { name: "What could help" }).click();
  await says(tab, "Use fewer or more general words.");
});

test("without JavaScript the page leads to the lists, and there is no box", async () => {
  const tab = await visit(page, { javaScriptEnabled: false });
  assert.ok(await tab.locator("noscript p").isVisible());
  assert.ok(await tab.getByRole("main").getByRole("link", { name: "Items", exact: true }).isVisible());
  assert.equal(await tab.locator("input:visible, button:visible, select:visible, summary:visible").count(), 0);
  await tab.goto(sites.address(item));
  assert.ok(await tab.locator("form.search").isHidden());
});

test("a file that does not come is asked for again", async () => {
  for (const pattern of ["**/search/list.js", "**/search/w-*.js", "**/search/d-*.js", "**/search-query.js"]) {
    const tab = await tabOf();
    let lost = true;
    await tab.route(pattern, (route) => (lost ? route.abort() : route.continue()));
    await tab.goto(`${sites.address(page)}?q=acsa`);
    await says(tab, "A part of the search index could not be loaded.");
    lost = false;
    await tab.getByRole("button", { name: "Try again" }).click();
    await count(tab).waitFor();
    assert.ok(await tab.getByRole("button", { name: "Try again" }).isHidden(), pattern);
    await tab.context().close();
  }
});

test("the search works under a strict policy, and takes no word for anything else", async () => {
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'";
  const tab = await tabOf();
  await tab.route("**/*.html*", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await tab.goto(`${sites.address(page)}?q=acsa`);
  await count(tab).waitFor();
  for (const word of ["__proto__", "constructor", "toString valueOf", "hasOwnProperty", "#3.1", "=acsa", "\ud800", "<script>"]) {
    await field(tab).fill("");
    await tab.getByRole("heading", { name: "Lists" }).waitFor();
    await field(tab).fill(word);
    await tab.locator(".search-count:not(:empty), .search-none").filter({ visible: true }).first().waitFor();
  }
  await tab.goto(`${sites.address(page)}?q=acsa&__proto__=x&constructor=y&kind=toString`);
  await count(tab).waitFor();
  assert.deepEqual(tab.faults, []);
});

test("hostile texts of a plan are texts", async () => {
  const tab = await tabOf();
  const hostile = "<img src=x onerror=document.title='taken'> logistics</a><script>document.title='taken'</script>";
  await tab.route("**/search/d-*.js", async (route) => {
    const name = /(d-\w+)\.js/.exec(route.request().url())[1];
    const entry = ["index.html", hostile, hostile, "closed", hostile, hostile, hostile];
    await route.fulfill({ contentType: "text/javascript", body: `planbookSearch("${name}",${JSON.stringify(Array(32).fill(entry))})` });
  });
  for (const entry of [page, item]) {
    await tab.goto(sites.address(entry));
    const title = await tab.title();
    await field(tab).fill("logistics");
    await count(tab).waitFor();
    assert.equal(await tab.locator(".results :is(img, script)").count(), 0);
    assert.ok((await titles(tab))[0].includes(hostile));
    assert.equal(await tab.title(), title);
  }
  assert.deepEqual(tab.faults, []);
});

test("boxes and pages break no rule of axe-core, and fit into 320 pixels", async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [320, "light"], [320, "dark"]]) {
    const tab = await tabOf({ width, colorScheme, bypassCSP: true, reducedMotion: "reduce" });
    const look = async (what) => {
      await tab.evaluate(axe);
      const found = await tab.evaluate(async (tags) => {
        const { violations } = await window.axe.run({ resultTypes: ["violations"], runOnly: tags });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
      }, tags);
      assert.deepEqual(found, [], `${what} at ${width}, ${colorScheme}`);
      assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth), width, what);
      for (const control of await tab.locator(":is(form.search, main) :is(input[type=search], select, button):visible").all()) {
        assert.ok((await control.boundingBox()).height >= 44, what);
      }
    };
    await tab.goto(sites.address(item));
    await field(tab).fill("logistics");
    await count(tab).waitFor();
    const box = await panel(tab).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width);
    await look("the box");
    await tab.goto(`${sites.address(page)}?q=japan&status=completed`);
    await count(tab).waitFor();
    await tab.getByRole("combobox", { name: "Status", exact: true }).waitFor();
    await look("results");
    await field(tab).fill("xyzzyxyzzy");
    await says(tab, "No results.");
    await look("no results");
    await tab.goto(sites.address(page));
    await look("no query");
    await tab.context().close();
  }
});

test("nothing moves when the script comes late", async () => {
  for (const entry of [home, item, page]) {
    for (const width of [320, 700, 1280]) {
      const tab = await tabOf({ width });
      let release;
      const late = new Promise((done) => { release = done; });
      await tab.route("**/assets/search.js", async (route) => {
        await late;
        await route.continue();
      });
      await tab.goto(sites.address(entry), { waitUntil: "commit" });
      await tab.locator(".site-foot").waitFor();
      await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const places = () => tab.evaluate(() => [...document.querySelectorAll("header *, h1, h2, footer")].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return element.closest(".search") ? "" : [x, y, width, height].map(Math.round).join(" ");
      }));
      const before = await places();
      release();
      await tab.locator("form.search").waitFor();
      assert.deepEqual(await places(), before, `${entry.path} at ${width}`);
      await tab.context().close();
    }
  }
});

test("print has no search", async () => {
  const tab = await visit(item);
  await field(tab).fill("logistics");
  await count(tab).waitFor();
  await tab.emulateMedia({ media: "print" });
  assert.ok(await tab.locator("form.search").isHidden());
});

test("the scripts are small, and pages without a search load no index", async () => {
  for (const [name, bytes, compressed] of [["search", 17_000, 6_000], ["search-query", 17_500, 6_200]]) {
    assert.ok(statSync(script(name)).size <= bytes, name);
    assert.ok(gzipSync(readFileSync(script(name)), { level: 9 }).length <= compressed, name);
  }
  const tab = await tabOf();
  const asked = [];
  tab.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await tab.goto(sites.address(item));
  assert.deepEqual(asked.filter((path) => path.includes("search")), ["/assets/search.js"]);
  await field(tab).fill("logistics");
  await count(tab).waitFor();
  const loaded = [...new Set(asked.filter((path) => path.startsWith("/search/")))];
  const sizes = loaded.map((path) => gzipSync(readFileSync(join(folder("frozen"), path)), { level: 9 }).length);
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 150 * 1024);
  assert.ok(loaded.length < filesOf("frozen", ".js").filter((path) => path.startsWith("search/")).length);
});
