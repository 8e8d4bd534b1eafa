// The example of another page draws a chain from the API alone, on an origin of its own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { launch, servers } from "./page.mjs";

const page = readFileSync(new URL("../../../examples/chain.html", import.meta.url), "utf8");
const d3 = createRequire(import.meta.url)
  .resolve("d3")
  .replace(/(src|dist)\/.*$/, "dist/d3.min.js");

/** Another's server: not the one that answers the API. */
const elsewhere = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(page));

let browser;
before(async () => {
  browser = await launch();
  await new Promise((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
});
after(async () => {
  elsewhere.close();
  elsewhere.closeAllConnections();
  await browser.close();
});

test("the example has under 60 lines", () => assert.ok(page.split("\n").length < 60));

for (const [server, base] of servers()) {
  test(`${server}: the example draws a chain and says what a line says`, async () => {
    const tab = await browser.newPage();
    await tab.route("https://d3js.org/**", (route) => route.fulfill({ path: d3, contentType: "text/javascript" }));
    await tab.goto(`http://127.0.0.1:${elsewhere.address().port}/chain.html?start=53/29&api=${base}/graphql`);
    await tab.locator("circle").first().waitFor();
    assert.ok((await tab.locator("circle").count()) > 3);
    await tab.locator("line").first().dispatchEvent("pointerenter");
    assert.match(await tab.locator("#said").innerText(), /^\S+ \S+ \w+ \S+: “.+”$/);
    await tab.close();
  });
}
