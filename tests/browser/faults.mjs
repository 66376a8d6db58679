import assert from "node:assert/strict";

const most = 40;

/** Fails with the faults, one a line, if there are any. */
export function noFaults(faults) {
  if (faults.length === 0) return;
  const more = faults.length > most ? `\n… and ${faults.length - most} more` : "";
  assert.fail(`${faults.length === 1 ? "1 fault" : `${faults.length} faults`}\n${faults.slice(0, most).join("\n")}${more}`);
}

/** Whether the browser ended a load itself: what is on its way (an icon, mostly) when the tab moves on to the next page. */
export const endedByMoving = (request) => request.failure()?.errorText === "net::ERR_ABORTED";
