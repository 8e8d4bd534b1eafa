// What a visitor makes of a view: opened, pointed at, waited for, gone wrong. All can read it, on a phone and on a desk.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, readable, servers, settled } from "./page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const [[, base]] = servers();
/** Rows of a list that axe is shown: views.test.mjs shows it all of them. */
const rows = 5;
const chain = "/chain/A/HRC/RES/53/29";

/** Points along the middle of a drawing until a line is under the pointer. */
async function point(page) {
  await page.locator(".frame").scrollIntoViewIfNeeded();
  const { x, y, width, height } = await page.locator(".frame").boundingBox();
  for (let i = 1; i < 40 && (await page.locator(".pointed").count()) === 0; i++) {
    await page.mouse.move(x + (width * i) / 40, y + height * 0.4);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  assert.equal(await page.locator(".pointed").count(), 1, "a line is pointed at");
}

/** Opens all that is folded. */
const unfold = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));

/** Each state: its address, what its visitor does, and how the API answers where it does not as usual. */
const states = {
  suggestions: [
    "/",
    async (page) => {
      await page.locator("#search").fill("privacy");
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("ArrowDown");
    },
  ],
  "suggestions over a view": [
    "/path?from=A/HRC/RES/53/29&to=udhr",
    async (page) => {
      await page.getByRole("combobox", { name: "To" }).fill("child");
      await page.getByRole("option").first().waitFor();
    },
  ],
  "the key help": [
    "/i/udhr",
    async (page) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  ],
  "the skip link": ["/mandates", (page) => page.keyboard.press("Tab")],
  "filters open": ["/cited-by/udhr?act=RECALLS&since=2000-01-01", unfold],
  "all of a summary": ["/i/A/HRC/RES/53/29", unfold],
  "the card of a mandate": ["/i/A/HRC/RES/53/29?p=OP5&c=m0"],
  "the card of a finding": ["/i/A/HRC/RES/53/29?p=PP8&c=c0"],
  "the card of a right": ["/i/A/HRC/RES/53/29?p=PP6&c=r0"],
  "marks taken away": ["/i/A/HRC/RES/53/29?hide=rights&hide=actors"],
  "a line pointed at": [chain, point],
  "a box with the focus": [
    chain,
    async (page) => {
      await page.locator('[data-id="A/HRC/RES/53/29"]').focus();
      await page.keyboard.press("ArrowLeft");
      await page.getByRole("complementary", { name: "The chosen text" }).waitFor();
    },
  ],
  "something said": [
    "/red-links",
    async (page) => {
      await page.getByRole("button", { name: "Copy link" }).click();
      await page.getByText("The link is copied.").waitFor();
    },
  ],
  "nothing left by filters": ["/cited-by/udhr?words=zzzqqq"],
  "nothing found among paragraphs": ["/search?q=zzzqqq&kind=PARAGRAPH"],
  "no path": ["/path?from=udhr&to=A/HRC/RES/53/29"],
  waiting: ["/cited-by/udhr", (page) => page.waitForTimeout(400), () => new Promise(() => {})],
  "no answer": ["/i/udhr", (page) => page.getByRole("button", { name: "Try again" }).waitFor(), (route) => route.abort()],
  "an error": [
    "/mandates",
    (page) => page.getByRole("button", { name: "Try again" }).waitFor(),
    (route) => route.fulfill({ json: { errors: [{ message: "the store does not answer now", extensions: { code: "UNAVAILABLE" } }] } }),
  ],
};

for (const [name, [address, act, answer]] of Object.entries(states)) {
  test(`${name}: readable by all`, async () => {
    for (const width of [360, 1600]) {
      const page = await open(browser, base, { width });
      if (answer !== undefined) await page.route("**/graphql?**", answer);
      await page.goto(address);
      if (answer === undefined) await settled(page);
      await act?.(page);
      await readable(page, { rows });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${over} pixels too wide at ${width}`);
      await page.context().close();
    }
  });
}
