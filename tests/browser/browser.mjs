// The browser of the tests: the Chromium of the machine, always with the same fonts.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { here } from "./sites.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of the browser: CHROMIUM, or the first that is found on the PATH. */
export function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (!found) throw new Error("no Chromium on the PATH: install it, or set CHROMIUM to its path");
  return found;
}

export const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Letters are drawn alike on all machines.
  "--font-render-hinting=none",
  "--disable-lcd-text",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** Pages ask for the fonts of the system. Only these are there, whatever else a machine has. */
export const environment = { ...process.env, FONTCONFIG_FILE: join(here, "fonts.conf") };

/** How long, in ms, a page may take before it counts as not answering. A busy machine needs far longer than an idle one. */
export const patience = 180_000;

/** Starts the browser. Whatever is waited for in its tabs has time. */
export async function launch(options = {}) {
  const browser = await chromium.launch({
    executablePath: findBrowser(), args: flags, env: environment, timeout: patience, ...options,
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(patience);
    return context;
  };
  browser.newPage = async (options) => (await browser.newContext(options)).newPage();
  return browser;
}

const holding = new WeakSet();

/** Opens an entry of pages.mjs. A page that leads on at once is held, so that it can be looked at. */
export async function open(tab, address, { template }) {
  if (holding.delete(tab)) await tab.unroute("**/*");
  if (template === "redirect") {
    holding.add(tab);
    await tab.route("**/*", (route) => {
      const leadsOn = route.request().isNavigationRequest() && route.request().url() !== address;
      return leadsOn ? route.fulfill({ status: 204 }) : route.continue();
    });
  }
  await tab.goto(address);
}
