// Sites of the themes that come with the program: one book, built with each of them.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { artefacts, program } from "./sites.mjs";

/** Their names, as the program lists them. */
export const themeNames = () => {
  const book = join(artefacts, "books/themes");
  rmSync(book, { recursive: true, force: true });
  mkdirSync(book, { recursive: true });
  writeFileSync(join(book, "book.toml"), "[book]\ntitle = \"Themes\"\n");
  const listed = execFileSync(program, ["theme", "list", "--format", "json", "--root", book], { encoding: "utf8" });
  return JSON.parse(listed).themes.filter(({ from }) => from === "planbook").map(({ name }) => name);
};

/** Builds the site of a book with a theme, in its languages or in others, and returns its folder. */
export function buildWith(theme, from, day, languages) {
  const book = join(artefacts, "books", `theme-${theme}`);
  rmSync(book, { recursive: true, force: true });
  cpSync(join(from, "content"), join(book, "content"), { recursive: true });
  const settings = readFileSync(join(from, "book.toml"), "utf8").replace(/^baseline = .*$/m, "")
    .replace(/^languages = .*$/m, (own) => (languages ? `languages = ${JSON.stringify(languages)}` : own));
  const themed = /^\[site\]$/m.test(settings)
    ? settings.replace(/^\[site\]$/m, `[site]\ntheme = "${theme}"`)
    : `${settings}\n[site]\ntheme = "${theme}"\n`;
  writeFileSync(join(book, "book.toml"), themed);
  const out = join(artefacts, "sites", `theme-${theme}`);
  rmSync(out, { recursive: true, force: true });
  execFileSync(program, ["build", "--root", book, "--out", out, "--as-of", day], { stdio: ["ignore", "ignore", "pipe"] });
  return out;
}
