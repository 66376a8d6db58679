import { launch } from "./browser.mjs";
const [out, width, scheme, ...urls] = process.argv.slice(2);
const b = await launch();
const c = await b.newContext({ viewport: { width: +width, height: 900 }, colorScheme: scheme });
const t = await c.newPage();
for (const u of urls) { await t.goto("file://" + u); const n = u.replace(/.*\/site/, "").replace(/\/index.html$/, "").replace(/[^a-z0-9.]+/gi, "-"); await t.screenshot({ path: `${out}/${n}-${width}-${scheme}.png`, fullPage: true }); }
await b.close();
