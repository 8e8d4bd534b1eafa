// Every view on every server: drawn without errors, with few requests, without moving about, readable by all.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, open, servers, settled, violations } from "./page.mjs";

const views = {
  start: "/",
  search: "/search?q=privacy",
  "search for nothing": "/search?q=zzzqqq",
  reader: "/i/A/HRC/RES/53/29",
  card: "/i/A/HRC/RES/53/29?p=PP2&c=c0",
  "reader of a text not held": "/i/udhr",
  "unknown text": "/i/A/HRC/RES/1/999",
  "cited by": "/cited-by/udhr",
  chain: "/chain/A/HRC/RES/53/29",
  "chain with a panel": "/chain/A/HRC/RES/53/29?depth=2&open=i:udhr&at=udhr",
  "chain as a list": "/chain/A/HRC/RES/53/29?as=list",
  path: "/path?from=A/HRC/RES/53/29&to=udhr",
  "path without ends": "/path",
  common: "/common?of=A/HRC/RES/53/29&of=A/HRC/RES/48/4",
  compare: "/compare?a=A/HRC/RES/53/29&b=A/HRC/RES/48/4",
  mandates: "/mandates",
  "mandates of a session": "/mandates?forum=human-rights-council&session=56",
  "red links": "/red-links",
  matrix: "/matrix",
  paragraphs: "/paragraphs?name=right:privacy",
  findings: "/findings",
  ambiguous: "/findings?show=ambiguous",
  "embedded card": "/embed/card/A/HRC/RES/53/29",
  "embedded chain": "/embed/chain/A/HRC/RES/53/29",
};

/** Requests to the API that a view may make, and movement of what is already there (Core Web Vitals call 0.1 good). */
const requestsMost = 3;
const shiftMost = 0.02;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const [server, base] of servers()) {
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
