import { buildSites } from "./sites.mjs";

try {
  buildSites();
} catch (failure) {
  process.stderr.write(`${failure.stderr || failure.message}\n`);
  process.exitCode = 1;
}
