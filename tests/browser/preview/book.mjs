// A book in a folder of its own, and ways in which editors change it.
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../sites.mjs";

/** A copy of the test book, which stands at /plan/ and has no problems. */
export function copyBook() {
  const folder = mkdtempSync(join(tmpdir(), "planbook-preview-"));
  cpSync(join(root, "tests/everything"), folder, { recursive: true });
  const file = (path) => join(folder, path);

  const book = {
    folder,
    read: (path) => readFileSync(file(path), "utf8"),
    /** Saves a file in its place. */
    write(path, text) {
      mkdirSync(dirname(file(path)), { recursive: true });
      writeFileSync(file(path), text);
    },
    /** Saves beside the file and renames, as many editors do. */
    writeByRenaming(path, text) {
      writeFileSync(file(`${path}~`), text);
      renameSync(file(`${path}~`), file(path));
    },
    rename: (from, to) => renameSync(file(from), file(to)),
    remove: (path) => rmSync(file(path), { recursive: true }),
    /** Replaces a part of a file that is there once. */
    edit(path, from, to, save = book.write) {
      const parts = book.read(path).split(from);
      assert.equal(parts.length, 2, `${path} has ${JSON.stringify(from)} ${parts.length - 1} times`);
      save(path, parts.join(to));
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
  return book;
}
