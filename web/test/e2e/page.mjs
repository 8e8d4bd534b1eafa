// A browser and pages that remember what went wrong on them.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Starts the browser. */
export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });

/** The servers there are, by name. */
export const servers = () =>
  [
    ["built-in data", process.env.BUILTIN_URL],
    ["loaded texts", process.env.LOADED_URL],
    ["Neo4j", process.env.NEO4J_URL],
  ].filter(([, url]) => url !== undefined);

/**
 * Opens a page. page.troubles collects errors of scripts, of the console (the policy's reports too) and requests to other
 * hosts; page.asked the requests to the API.
 */
export async function open(browser, base, { width = 1024, height = 900, dark = false, bypassCSP = false, touch = false } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    bypassCSP,
    hasTouch: touch,
    isMobile: touch,
    permissions: ["clipboard-read", "clipboard-write"],
    baseURL: base,
  });
  const page = await context.newPage();
  page.troubles = [];
  page.asked = [];
  page.pending = 0;
  page.on("request", () => page.pending++);
  for (const ended of ["requestfinished", "requestfailed"]) page.on(ended, () => page.pending--);
  page.on("pageerror", (error) => page.troubles.push(`script: ${error.message}`));
  const visited = new Set();
  page.on("request", (request) => request.isNavigationRequest() && visited.add(request.url()));
  page.on("console", (message) => {
    // A page that says there is nothing at its address has the status to it, of which the browser speaks.
    const missing = visited.has(message.location().url) && message.text().includes("404");
    if (message.type() === "error" && !missing) page.troubles.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== base) page.troubles.push(`other host: ${url}`);
    if (url.pathname === "/graphql") page.asked.push(url.searchParams.get("operationName") ?? request.method());
  });
  await page.addInitScript(() => {
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return page;
}

/** Waits until a view is drawn: no request on its way and nothing said to be. */
export async function settled(page) {
  // Still twice in a row: what one answer leads to is asked within two frames, and seen from here a little later.
  for (let still = 0; still < 2;) {
    const drawn = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const look = () =>
            resolve(
              document.querySelector("main")?.firstElementChild != null && document.querySelector(".waiting, [aria-busy=true]") === null,
            );
          requestAnimationFrame(() => requestAnimationFrame(look));
        }),
    );
    still = drawn && page.pending === 0 ? still + 1 : 0;
  }
}

/** Times that a page is asked for: a new Neo4j plans each statement at its first use, on a busy machine for longer than a server waits. */
const tries = 6;

/** Goes to an address and waits until it is drawn, asking again while the store says that it is not ready yet. */
export async function arrive(page, address) {
  await page.goto(address);
  await settled(page);
  for (let i = 1; i < tries && (await page.getByText(/took too long|does not answer now/).count()) > 0; i++) {
    page.troubles.length = 0;
    page.asked.length = 0;
    await page.reload();
    await settled(page);
  }
}

/** What of a page axe passes over: the rows of its lists after the first ones. */
const after = (rows) =>
  ["tbody tr", ".results > li", ".board li", ".paragraph", ".picture-list > li"].map((row) => [`${row}:nth-of-type(n + ${rows + 1})`]);

/** The violations that axe finds, one line each. */
async function violations(page, rows) {
  const options = { resultTypes: ["violations"] };
  const { violations: found } = await page.evaluate(
    ([context, how]) => window.axe.run(context, how),
    [{ include: [["html"]], exclude: rows === undefined ? [] : after(rows) }, options],
  );
  return found.map(
    (v) =>
      `${v.id}: ${v.nodes
        .slice(0, 3)
        .map((n) => n.target.join(" "))
        .join(" | ")}: ${v.nodes[0]?.failureSummary ?? ""}`,
  );
}

/** Holds that all can read a page as it stands, light and dark: axe finds nothing. With rows, of long lists the first rows alone. */
export async function readable(page, { rows } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axeSource);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page, rows), [], `axe, ${colorScheme}, ${page.viewportSize().width} pixels, ${page.url()}`);
  }
}
