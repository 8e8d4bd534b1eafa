// Back is undo: ten steps forward, ten back, ten forward, each state as it was.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, servers, settled } from "./page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const seen = async (page) => {
  await settled(page);
  return {
    address: await page.evaluate(() => location.pathname + location.search),
    title: await page.title(),
    text: await page.locator("main").innerText(),
  };
};

for (const [server, base] of servers()) {
  test(server, async () => {
    const page = await open(browser, base);
    await page.goto("/");
    const link = (name) => page.getByRole("link", { name, exact: true }).first().click();
    const steps = [
      () => page.locator(".examples a").first().click(),
      () => page.locator(".m.cite").first().click(),
      () => link("Close"),
      () => link("Cited by"),
      () => link("Chain"),
      () => link("What rests on it"),
      () => link("What it rests on"),
      () => link("List"),
      () => link("Mandates"),
      () => link("Red links"),
    ];
    const states = [await seen(page)];
    for (const step of steps) {
      await step();
      states.push(await seen(page));
    }
    assert.equal(new Set(states.map((s) => s.address)).size, states.length - 1, "only What it rests on leads to an address seen before");
    for (let i = steps.length - 1; i >= 0; i--) {
      await page.goBack();
      assert.deepEqual(await seen(page), states[i], `back to step ${i}`);
    }
    for (let i = 1; i <= steps.length; i++) {
      await page.goForward();
      assert.deepEqual(await seen(page), states[i], `forward to step ${i}`);
    }
    await page.context().close();
  });
}
