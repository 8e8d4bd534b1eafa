// The same texts in both stores: every view is the same page, to the letter, so what is measured on one store holds on the other.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { arrive, launch, open } from "./page.mjs";
import { requestsMost, shiftMost, views } from "./views.mjs";

const stores = { embedded: process.env.LOADED_URL, neo4j: process.env.NEO4J_URL };
const lacking = Object.values(stores).includes(undefined) ? "needs RECITAL_BIN and a Neo4j, to load the texts into both" : false;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** What a store's page is made of. */
async function drawn(base, address) {
  const page = await open(browser, base);
  await arrive(page, address);
  assert.deepEqual(page.troubles, [], `errors on ${base}`);
  assert.ok(page.asked.length <= requestsMost, `asked ${page.asked.join(", ")}`);
  assert.ok((await page.evaluate(() => window.shifts)) <= shiftMost);
  const main = await page.locator("main").innerHTML();
  await page.context().close();
  return main.replaceAll(base, "").split(/(?<=>)/);
}

for (const [name, address] of Object.entries(views)) {
  test(`${name}, the same on both stores`, { skip: lacking }, async () => {
    const [want, got] = [await drawn(stores.embedded, address), await drawn(stores.neo4j, address)];
    assert.ok(want.length > 3, "something is drawn");
    assert.deepEqual(got, want);
  });
}
