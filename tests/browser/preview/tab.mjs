// A tab in which every fault is noted: in the console, of a request, of the content security policy.

/** Opens a tab. What `expected` matches is no fault. */
export async function openTab(context, address, { expected = /^$/ } = {}) {
  const tab = await context.newPage();
  const faults = [];
  const note = (text) => { if (!expected.test(text)) faults.push(text); };
  tab.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) note(`console: ${message.text()}`);
  });
  tab.on("pageerror", (error) => note(`script: ${error.message}`));
  tab.on("request", (request) => {
    if (new URL(request.url()).host !== new URL(address).host) note(`elsewhere: ${request.url()}`);
  });
  await tab.exposeFunction("noteViolation", (text) => note(`content security policy: ${text}`));
  await tab.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) =>
    window.noteViolation(`${event.violatedDirective} ${event.blockedURI}`)));
  await tab.goto(address);
  return Object.assign(tab, {
    faults,
    panel: tab.locator("planbook-preview section"),
    /** Does something, and waits until the page has been loaded again because of it. */
    async loadsAgain(act) {
      await tab.evaluate(() => { window.isOld = true; });
      await act();
      await tab.waitForFunction(() => !window.isOld && document.readyState === "complete");
    },
    /** Does something, waits for what it leads to, and makes sure that the page is still the same. */
    async staysLoaded(act) {
      await tab.evaluate(() => { window.isOld = true; });
      await act();
      if (!await tab.evaluate(() => window.isOld)) throw new Error("the page was loaded again");
    },
  });
}
