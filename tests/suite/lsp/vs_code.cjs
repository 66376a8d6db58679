// Runs the extension of the working folder without the editor: both modules that it asks for are small ones that note what it
// does. The list of what was noted is printed as JSON.
"use strict";

const Module = require("node:module");
const path = require("node:path");

const noted = { started: [], stopped: 0, checks: undefined, refused: undefined };
const listeners = [];
let restart;
let isMissing = false;

class LanguageClient {
  constructor(id, name, server, options) {
    this.server = server;
    noted.checks = options.initializationOptions.checks;
  }
  async start() {
    if (isMissing) {
      throw new Error("spawn ENOENT");
    }
    noted.started.push(this.server);
  }
  async stop() {
    noted.stopped += 1;
  }
}

const settings = { path: "/opt/planbook", checks: "https://docs.example/checks/" };
const modules = {
  vscode: {
    workspace: {
      getConfiguration: () => ({ get: (name) => settings[name] }),
      onDidChangeConfiguration: (listener) => listeners.push(listener),
    },
    window: { showErrorMessage: async (sentence, ...choices) => choices[0] },
    commands: {
      registerCommand: (name, run) => (restart = run),
      executeCommand: async (name, setting) => (noted.refused = setting),
    },
  },
  "vscode-languageclient/node": { LanguageClient, RevealOutputChannelOn: { Never: 4 } },
};
const load = Module._load;
Module._load = (name, ...rest) => modules[name] ?? load(name, ...rest);

(async () => {
  const extension = require(path.join(process.cwd(), "extension.js"));
  await extension.activate({ subscriptions: [] });
  await listeners[0]({ affectsConfiguration: (name) => name === "editor.fontSize" });
  await listeners[0]({ affectsConfiguration: (name) => name === "planbook.path" });
  isMissing = true;
  await restart();
  await extension.deactivate();
  process.stdout.write(JSON.stringify(noted));
})();
