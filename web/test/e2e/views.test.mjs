// Every view on every server: drawn without errors, with few requests, without moving about, readable by all.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open, readable, servers, settled } from "./page.mjs";
import { requestsMost, shiftMost, views } from "./views.mjs";

/** Rows of a list that axe is shown at the widths at which only its columns differ. */
const rowsMost = 12;

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
        const page = await open(browser, base);
        await page.goto(address);
        await settled(page);
        assert.deepEqual(page.troubles, [], "errors");
        assert.ok(page.asked.length <= requestsMost, `asked ${page.asked.join(", ")}`);
        assert.ok((await page.evaluate(() => window.shifts)) <= shiftMost, `moved by ${await page.evaluate(() => window.shifts)}`);
        await readable(page);
        // Of long lists the first rows: those after them are alike, and were looked at above.
        await page.setViewportSize({ width: 1600, height: 900 });
        await readable(page, { rows: rowsMost });
        await page.context().close();
      });

      test(`${name}, 360 pixels wide and at 200 %`, async () => {
        for (const width of [512, 360]) {
          const page = await open(browser, base, { width, height: 700 });
          await page.goto(address);
          await settled(page);
          const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(over <= 0, `${over} pixels too wide at ${width}`);
          if (width === 360) await readable(page, { rows: rowsMost });
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
