#!/usr/bin/env node
// Starts the program in the package that npm installed for this system.
"use strict";

const { spawn } = require("node:child_process");
const { constants } = require("node:os");

const platforms = require("./platforms.json");

/** The path of the program, or a sentence that says why there is none. */
function find() {
  const name = `${process.platform}-${process.arch}`;
  const binary = platforms[name];
  if (!binary) {
    return { problem: `there is no planbook for ${name} on npm: see "Install" in its documentation for other ways` };
  }
  const file = `@planbook/${name}/bin/${binary}`;
  try {
    return { path: require.resolve(file) };
  } catch {
    return {
      problem:
        `the package @planbook/${name} is not installed\n` +
        "  help: install planbook again, without --omit=optional (--no-optional) and on the system that runs it",
    };
  }
}

/** The exit code of a program that a signal ended, as shells report it. */
const codeOf = (signal) => 128 + (constants.signals[signal] ?? 0);

const { path, problem } = find();
if (problem) {
  console.error(`error: ${problem}`);
  process.exitCode = 2;
} else {
  const program = spawn(path, process.argv.slice(2), { stdio: "inherit" });
  // Ctrl-C reaches both; the program decides what to do. A signal to this process alone has to be passed on.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => program.kill(signal));
  }
  program.on("error", (error) => {
    console.error(`error: cannot start ${path}: ${error.message}`);
    process.exitCode = 2;
  });
  program.on("exit", (code, signal) => {
    process.exitCode = code ?? codeOf(signal);
  });
}
