// Every view on every server: drawn without errors, with few requests, without moving about, readable by all.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open, servers, settled, violations } from "./page.mjs";
import { requestsMost, shiftMost, views } from "./views.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

// On Neo4j each page is the same to the letter, which stores.test.mjs holds: what is measured here holds there.
for (const [server, base] of servers().filter(([name]) => name !== "Neo4j")) {
  describe(server, () => {
    for (const [name, address] of Object.entries(views)) {
      test(name, async () => {
        for (const dark of [false, true]) {
          const page = await open(browser, base, { dark });
          await page.goto(address);
          await settled(page);
          assert.deepEqual(page.troubles, [], "errors");
          assert.ok(page.asked.length <= requestsMost, `asked ${page.asked.join(", ")}`);
          assert.ok((await page.evaluate(() => window.shifts)) <= shiftMost, `moved by ${await page.evaluate(() => window.shifts)}`);
          assert.deepEqual(await violations(page), [], dark ? "axe, dark" : "axe, light");
          await page.context().close();
        }
      });

      test(`${name}, 360 pixels wide and at 200 %`, async () => {
        for (const width of [360, 512]) {
          const page = await open(browser, base, { width, height: 700 });
          await page.goto(address);
          await settled(page);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `${over} pixels too wide at ${width}`);
          await page.context().close();
        }
      });
    }
  });
}

test("the policy stops what is inline", async () => {
  const [[, base]] = servers();
  const page = await open(browser, base);
  await page.goto("/");
  await settled(page);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.hurt = 'inline'";
    document.body.append(script);
  });
  assert.equal(await page.evaluate(() => window.hurt), undefined);
  await page.context().close();
});
