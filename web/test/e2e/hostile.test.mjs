// A document that tries to be a program: its words are shown as words, wherever they are shown.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, servers, settled } from "./page.mjs";
import { views } from "./views.mjs";

const base = process.env.LOADED_URL;
const id = "A/HRC/RES/58/97";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const addresses = [
  `/i/${id}`,
  "/search?q=explorers",
  `/cited-by/A/HRC/RES/48/4`,
  `/chain/${id}`,
  `/chain/${id}?as=list&at=A/HRC/RES/48/4`,
  `/path?from=${id}&to=A/HRC/RES/48/4`,
  `/compare?a=${id}&b=A/HRC/RES/53/29`,
  "/mandates",
  `/embed/card/${id}`,
  "/search?q=%3Cimg%20src%3Dx%20onerror%3D%22window.hurt%3D1%22%3E",
  "/i/%3Cscript%3Ewindow.hurt%3D2%3C%2Fscript%3E",
];

test("hostile words stay words", { skip: base === undefined ? "needs RECITAL_BIN, to load the hostile document" : false }, async () => {
  for (const address of addresses) {
    // Without the policy: the page itself must not make elements of words.
    const page = await open(browser, base, { bypassCSP: true });
    await page.goto(address);
    await settled(page);
    assert.equal(await page.evaluate(() => window.hurt), undefined, address);
    assert.equal(await page.locator("main img, main script, main [onload], main [onerror], a[href^='javascript:']").count(), 0, address);
    await page.context().close();
  }
  const page = await open(browser, base);
  await page.goto(`/i/${id}`);
  await settled(page);
  assert.match(await page.locator("h1").innerText(), /<script>window\.hurt/);
  assert.match(await page.locator("main").innerText(), /"><svg onload="window\.hurt = 'svg'">/);
  await page.context().close();
});

const markup = `<img src=x onerror="window.hurt = 'answer'"><script>window.hurt = 'script'</script>`;
/** Fields of answers that hold words of documents. */
const worded = new Set([
  "title",
  "name",
  "text",
  "quote",
  "before",
  "words",
  "after",
  "detail",
  "reason",
  "product",
  "procedure",
  "label",
  "opening",
  "pinpoint",
  "due",
]);
const poisoned = (value, key) => {
  if (typeof value === "string") return worded.has(key) ? value + markup : value;
  if (Array.isArray(value)) return value.map((v) => poisoned(v, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, poisoned(v, k)]));
};

// Whatever a reader of documents lets through: every word of every answer brings markup.
test("hostile answers stay words in every view", async () => {
  const [[, server]] = servers();
  let shown = 0;
  for (const [name, address] of Object.entries(views)) {
    const page = await open(browser, server, { bypassCSP: true });
    await page.route("**/graphql?**", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: poisoned(await response.json(), "") });
    });
    await page.goto(address);
    await settled(page);
    assert.equal(await page.evaluate(() => window.hurt), undefined, name);
    assert.equal(await page.locator("main img, main script, main [onerror]").count(), 0, name);
    if ((await page.locator("main").innerText()).includes("window.hurt = 'answer'")) shown++;
    await page.context().close();
  }
  assert.ok(shown > Object.keys(views).length / 2, `the words are shown in ${shown} views`);
});
