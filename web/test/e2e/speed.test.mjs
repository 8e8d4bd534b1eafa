// What must feel instant. The middle of several runs. The limits are for a machine that does nothing else: a yardstick, a fixed
// piece of arithmetic in the same browser, says how much slower this one is now, and RECITAL_SLOW says it by hand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, servers, settled } from "./page.mjs";

/** Milliseconds of the yardstick on an idle core, by which the limits were set. */
const idle = 150;
/** A machine slower than this by so many times measures nothing. */
const slowest = 10;
let slow = Number(process.env.RECITAL_SLOW ?? 1);
const runs = 5;

let browser;
before(async () => {
  browser = await launch();
  const page = await browser.newPage();
  const times = [];
  for (let i = 0; i < 5; i++) {
    times.push(
      await page.evaluate(() => {
        const from = performance.now();
        let sum = 0;
        for (let n = 1; n < 2e7; n++) sum += Math.sqrt(n) % 3;
        return sum > 0 ? performance.now() - from : 0;
      }),
    );
  }
  slow = Math.max(slow, Math.min(slowest, Math.max(...times) / idle));
  console.log(`# yardstick ${times.map(Math.round).join(", ")} ms: limits times ${slow.toFixed(1)}`);
  await page.close();
});
after(() => browser.close());

async function middle(measure) {
  const times = [];
  for (let i = 0; i < runs; i++) times.push(await measure());
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

/** Milliseconds from the start of loading until a selector is on the page, as the page itself sees it. */
const shown = async (base, address, selector) => {
  const page = await open(browser, base);
  await page.addInitScript((wanted) => {
    const look = () => (document.querySelector(wanted) === null ? requestAnimationFrame(look) : (window.shownAt = performance.now()));
    requestAnimationFrame(look);
  }, selector);
  await page.goto(address);
  await page.waitForFunction(() => window.shownAt !== undefined);
  const at = await page.evaluate(() => window.shownAt);
  await page.context().close();
  return at;
};

for (const [server, base] of servers()) {
  test(`${server}: a document in 300 ms, a graph in 600 ms`, async (t) => {
    const text = await middle(() => shown(base, "/i/A/HRC/RES/53/29", ".paragraph"));
    const graph = await middle(() => shown(base, "/chain/A/HRC/RES/53/29?depth=3", "[data-id]"));
    t.diagnostic(`document ${Math.round(text)} ms, graph ${Math.round(graph)} ms`);
    assert.ok(text <= 300 * slow, `document after ${text} ms`);
    assert.ok(graph <= 600 * slow, `graph after ${graph} ms`);
  });

  test(`${server}: a suggestion 100 ms after the key`, async (t) => {
    const page = await open(browser, base);
    await page.goto("/");
    await settled(page);
    const words = ["53/29", "48/4", "privacy", "children", "77/211"];
    const time = await middle(async () => {
      const word = words.pop() ?? "";
      await page.locator("#search").fill("");
      await page.waitForFunction(() => document.querySelector("[role=option]") === null);
      return page.evaluate(
        (text) =>
          new Promise((resolve) => {
            const box = document.querySelector("#search");
            const from = performance.now();
            const look = () =>
              document.querySelector("[role=option]") === null ? requestAnimationFrame(look) : resolve(performance.now() - from);
            box.value = text;
            box.dispatchEvent(new InputEvent("input", { bubbles: true }));
            look();
          }),
        word,
      );
    });
    t.diagnostic(`suggestion ${Math.round(time)} ms`);
    assert.ok(time <= 100 * slow, `suggestion after ${time} ms`);
    await page.context().close();
  });

  test(`${server}: moving a drawing drops no frames`, async (t) => {
    const page = await open(browser, base);
    await page.goto("/chain/A/HRC/RES/53/29?depth=4");
    await settled(page);
    const nodes = await page.locator("[data-id]").count();
    const box = await page.locator(".frame").boundingBox();
    await page.mouse.move(box.x + 300, box.y + 150);
    await page.mouse.down();
    const frames = page.evaluate(
      () =>
        new Promise((resolve) => {
          const times = [];
          const tick = (now) =>
            times.push(now) < 60 ? requestAnimationFrame(tick) : resolve((times.at(-1) - times[0]) / (times.length - 1));
          requestAnimationFrame(tick);
        }),
    );
    for (let i = 0; i < 60; i++) await page.mouse.move(box.x + 300 + 2 * i, box.y + 150 + (i % 20));
    const frame = await frames;
    await page.mouse.up();
    t.diagnostic(`${nodes} nodes, ${(1000 / frame).toFixed(1)} frames a second`);
    assert.ok(frame <= (1000 / 55) * slow, `a frame took ${frame} ms`);
    await page.context().close();
  });
}
