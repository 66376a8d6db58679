// How well the search of the real plan answers the queries of queries.toml, beside Pagefind on the same pages:
//
//     npm run --silent build && node search/relevance.mjs [--verbose]
//
// prints for each language the mean reciprocal rank of the first right page, and how many queries have one among the first
// three. With --verbose it prints the ranks of all queries and what stands first instead.
import { pathToFileURL } from "node:url";
import { launch } from "../browser.mjs";
import { askOurs } from "./ours.mjs";
import { askPagefind, pagefindFiles } from "./pagefind.mjs";
import { depth, figures, pageOf, rankOf, readQueries } from "./queries.mjs";

const site = "real";
// The language of the plan stands at the root of its site.
const first = "en";
const baseOf = (language) => (language === first ? "" : `${language}/`);

/** The pages that a search found for each query, and the ranks of the right ones. */
function judged(queries, found) {
  return new Map(queries.map((query) => {
    const pages = [...new Set(found.get(query).map((address) => pageOf(address, baseOf(query.language))))];
    return [query, { pages: pages.slice(0, depth), rank: rankOf(query, pages) }];
  }));
}

/** The two figures of a search in each language. */
export function byLanguage(queries, answers) {
  const languages = [...new Set(queries.map(({ language }) => language))];
  return Object.fromEntries(languages.map((language) => {
    const own = queries.filter((query) => query.language === language);
    return [language, figures(own.map((query) => answers.get(query).rank))];
  }));
}

/** What the search of the site finds. */
export const measureOurs = (queries) => judged(queries, askOurs(site, queries, baseOf));

/** What Pagefind finds on the same pages. */
export async function measurePagefind(queries) {
  const { pages, files } = await pagefindFiles(site);
  const browser = await launch();
  try {
    return { pages, answers: judged(queries, await askPagefind(browser, site, files, queries)) };
  } finally {
    await browser.close();
  }
}

const shown = (rank) => String(rank ?? "–").padStart(4);

async function print(verbose) {
  const queries = readQueries();
  const ours = measureOurs(queries);
  const { pages, answers } = await measurePagefind(queries);
  if (verbose) {
    console.log("ours  Pagefind");
    for (const query of queries) {
      const [own, other] = [ours.get(query), answers.get(query)];
      const instead = own.rank === 1 ? "" : `  first: ${own.pages.slice(0, 3).join(" ") || "nothing"}`;
      console.log(`${shown(own.rank)}  ${shown(other.rank)}  ${query.language} ${query.kind}: ${query.query}${instead}`);
    }
  }
  const of = { ours: byLanguage(queries, ours), Pagefind: byLanguage(queries, answers) };
  console.log(`${queries.length} queries; Pagefind has ${pages} pages`);
  for (const language of Object.keys(of.ours)) {
    for (const [name, figures] of Object.entries(of)) {
      const { reciprocal, first3 } = figures[language];
      console.log(`${language}  ${name.padEnd(8)}  mean reciprocal rank ${reciprocal.toFixed(3)}  success at 3 ${first3.toFixed(3)}`);
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await print(process.argv.includes("--verbose"));
