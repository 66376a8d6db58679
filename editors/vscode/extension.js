// The client: starts `planbook lsp` and hands it the files of books. All else is in the program.
"use strict";

const vscode = require("vscode");
const { LanguageClient, RevealOutputChannelOn } = require("vscode-languageclient/node");

/** The files that belong to a book. The program passes over those that do not. */
const FILES = [
  { scheme: "file", pattern: "**/content/**/*.md" },
  { scheme: "file", pattern: "**/book.toml" },
  { scheme: "file", pattern: "**/themes/**" },
];

let client;

/** Starts the program. Where that cannot be, says how to change it. */
async function start() {
  const settings = vscode.workspace.getConfiguration("planbook");
  const command = settings.get("path") || "planbook";
  const checks = settings.get("checks");
  client = new LanguageClient(
    "planbook",
    "planbook",
    { command, args: ["lsp"] },
    {
      documentSelector: FILES,
      initializationOptions: checks ? { checks } : {},
      revealOutputChannelOn: RevealOutputChannelOn.Never,
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const open = "Open Settings";
    const sentence = `planbook could not start "${command} lsp": ${error.message}. Install planbook, or set its path.`;
    if ((await vscode.window.showErrorMessage(sentence, open)) === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "planbook.path");
    }
  }
}

async function stop() {
  const old = client;
  client = undefined;
  if (old) {
    await old.stop();
  }
}

async function restart() {
  await stop();
  await start();
}

exports.activate = async (context) => {
  const changed = (event) => event.affectsConfiguration("planbook.path") || event.affectsConfiguration("planbook.checks");
  context.subscriptions.push(
    vscode.commands.registerCommand("planbook.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => (changed(event) ? restart() : undefined)),
  );
  await start();
};

exports.deactivate = stop;
