// A preview that npm's command started ends with it, and well.
//
//   node signals.mjs COMMAND BOOK

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";

const [command, book] = process.argv.slice(2);
const preview = spawn(command, ["serve", "--root", book, "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
let address;
for (const stream of [preview.stdout, preview.stderr]) {
  stream.setEncoding("utf8").on("data", (text) => {
    address ??= /http:\/\/127\.0\.0\.1:\d+\//.exec(text)?.[0];
  });
}
const begun = Date.now();
while (!address && preview.exitCode === null && Date.now() - begun < 30_000) await new Promise((next) => setTimeout(next, 50));
assert.ok(address, "the preview did not start");
assert.equal((await fetch(address)).status, 200);
preview.kill("SIGTERM");
const [code] = await once(preview, "exit");
assert.equal(code, 0, "the preview did not end well");
await assert.rejects(fetch(address), "the program goes on after its command has ended");
