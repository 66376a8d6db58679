// The search of the real plan answers the queries of search/queries.toml as well as it did, and better than Pagefind.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figures, pageOf, rankOf, readQueries } from "./search/queries.mjs";
import { byLanguage, measureOurs, measurePagefind } from "./search/relevance.mjs";

/** The least that each figure may be: a little under what is measured, because the plan grows. */
const floors = {
  en: { reciprocal: 0.88, first3: 0.92 },
  ja: { reciprocal: 0.83, first3: 0.9 },
};

const queries = readQueries();
const ours = () => byLanguage(queries, measureOurs(queries));

test("the first results are the right ones, in both languages", (t) => {
  const measured = ours();
  assert.deepEqual(Object.keys(measured), Object.keys(floors));
  for (const [language, least] of Object.entries(floors)) {
    for (const [name, figure] of Object.entries(measured[language])) {
      t.diagnostic(`${language} ${name} ${figure.toFixed(3)}`);
      assert.ok(figure >= least[name], `${language} ${name}: ${figure.toFixed(3)}, not ${least[name]}`);
    }
  }
});

test("they are at least as good as those of Pagefind on the same pages", async (t) => {
  const { pages, answers } = await measurePagefind(queries);
  const [own, theirs] = [ours(), byLanguage(queries, answers)];
  t.diagnostic(`Pagefind has ${pages} pages`);
  // What it is compared with must work: a Pagefind that finds nothing proves nothing.
  assert.ok(pages > 500, `Pagefind has ${pages} pages`);
  for (const [language, theirFigures] of Object.entries(theirs)) {
    for (const [name, figure] of Object.entries(theirFigures)) {
      t.diagnostic(`${language} ${name} ${figure.toFixed(3)}`);
      assert.ok(figure > 0.4, `Pagefind, ${language} ${name}: ${figure.toFixed(3)}`);
      assert.ok(own[language][name] >= figure, `${language} ${name}: ${own[language][name]}, Pagefind ${figure}`);
    }
  }
});

test("a right page counts where it stands first, once, without the folder of its language", () => {
  const query = { right: ["/items/3.1/", "/areas/3/"] };
  assert.equal(rankOf(query, ["/items/2.1/", "/items/2.1/", "/areas/3/", "/items/3.1/"]), 2);
  assert.equal(rankOf(query, ["/items/2.1/"]), undefined);
  assert.equal(pageOf("ja/items/3.1/index.html#item_x", "ja/"), "/items/3.1/");
  assert.equal(pageOf("/ja/index.html", "ja/"), "/");
  assert.equal(pageOf("/items/3.1/?q=1", ""), "/items/3.1/");
  assert.deepEqual(figures([1, 2, 4, undefined]), { reciprocal: 0.4375, first3: 0.5 });
});
