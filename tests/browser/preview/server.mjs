// `planbook serve` as a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { program } from "../sites.mjs";

/** Starts the server for a book. Its address is the one that it prints. */
export async function startServer(book, { port = "0" } = {}) {
  const args = ["serve", "--root", book.folder, "--port", port, "--as-of", "2024-06-30"];
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr.on("data", (bytes) => { said += bytes; });
  const ended = once(child, "exit").then(() => { throw new Error(`the server ended:\n${said}`); });
  const [line] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  ended.catch(() => {});
  const origin = new URL(line).origin;
  return {
    origin,
    port: new URL(origin).port,
    /** The address of a page of the book. */
    address: (path) => `${origin}/plan/${path}`,
    /** What stands in the terminal. */
    said: () => said,
    async stop() {
      if (child.exitCode !== null) return;
      child.kill("SIGINT");
      await once(child, "exit");
    },
  };
}
