// What people come for, done as they would do it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, open, servers, settled } from "./page.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const [server, base] of servers()) {
  test(`${server}: by keyboard from the start page to the words that cite 48/4, and on to the General Assembly`, async () => {
    const page = await open(browser, base);
    await page.goto("/");
    await settled(page);
    await page.keyboard.press("/");
    await page.keyboard.type("53/29");
    await page.getByRole("option").filter({ hasText: "HRC 53/29" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/i/A/HRC/RES/53/29");
    await page.getByRole("link", { name: /48\/4/ }).first().click();
    const card = page.getByRole("complementary", { name: "Evidence" });
    await card.getByText(/48\/4 of 7 October 2021/).waitFor();
    await card.getByRole("link", { name: "HRC 48/4" }).click();
    await page.waitForURL("**/i/A/HRC/RES/48/4");
    const cited = page.locator(".text").filter({ hasText: /General Assembly|Assembly resolution/ });
    await cited.first().waitFor();
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  test(`${server}: the copied link shows another browser the same`, async () => {
    const page = await open(browser, base);
    await page.goto("/i/A/HRC/RES/53/29?p=PP2&c=c0");
    await settled(page);
    const card = page.getByRole("complementary", { name: "Evidence" });
    await card.getByRole("button", { name: "Copy link" }).click();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await open(browser, base);
    await other.goto(link);
    await settled(other);
    assert.equal(await other.getByRole("complementary", { name: "Evidence" }).innerText(), await card.innerText());
    await card.getByRole("button", { name: "Report this edge" }).click();
    assert.match(
      await page.evaluate(() => navigator.clipboard.readText()),
      /Edge: A\/HRC\/RES\/53\/29#PP2 to .+\nWords: “.+”[^]+Link: http/,
    );
    await page.context().close();
    await other.context().close();
  });

  test(`${server}: the same link draws the same chain`, async () => {
    const drawings = [];
    for (let i = 0; i < 2; i++) {
      const page = await open(browser, base);
      await page.goto("/chain/A/HRC/RES/53/29?depth=2");
      await settled(page);
      drawings.push(await page.locator(".frame svg").innerHTML());
      await page.context().close();
    }
    assert.equal(drawings[0], drawings[1]);
  });

  test(`${server}: a chain unfolds, folds, hides and is taken away as files`, async () => {
    const page = await open(browser, base);
    await page.goto("/chain/A/HRC/RES/53/29");
    await settled(page);
    const count = () => page.locator("[data-id]").count();
    const before = await count();
    await page.locator('[data-id="A/HRC/RES/48/4"]').click();
    await page.getByRole("complementary").getByRole("link", { name: "Hide" }).click();
    assert.equal(await count(), before - 1);
    await page.goBack();
    assert.equal(await count(), before);
    await page
      .getByRole("complementary")
      .getByRole("link", { name: /^\+\d+ resolution/ })
      .first()
      .click();
    await settled(page);
    assert.ok((await count()) >= before);
    for (const [button, start] of [
      ["SVG", "<svg"],
      ["GEXF", "<?xml"],
      ["CSV", "from,to,act"],
      ["PNG", "\x89PNG"],
    ]) {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button, exact: true }).click()]);
      assert.ok((await readFile(await file.path(), "latin1")).startsWith(start), `${button} starts with ${start}`);
    }
    await page.getByRole("button", { name: "Copy as GraphQL" }).click();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^query Chain[^]+# {\n/m);
    assert.deepEqual(page.troubles, []);
    await page.context().close();
  });

  test(`${server}: boxes are walked by arrow keys, and the help by "?"`, async () => {
    const page = await open(browser, base);
    await page.goto("/chain/A/HRC/RES/53/29");
    await settled(page);
    await page.locator('[data-id="A/HRC/RES/53/29"]').focus();
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL(/[?&]at=/);
    assert.notEqual(await page.evaluate(() => document.activeElement?.getAttribute("data-id")), "A/HRC/RES/53/29");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    await page.context().close();
  });

  test(`${server}: without the server, the page says what to do, and the answer comes when it is back`, async () => {
    const page = await open(browser, base);
    await page.route("**/graphql**", (route) => route.abort());
    await page.goto("/i/A/HRC/RES/53/29");
    await page.getByRole("heading", { name: "This could not be answered" }).waitFor();
    await page.getByText("recital serve").waitFor();
    await page.unroute("**/graphql**");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.locator(".paragraph").first().waitFor();
    await page.context().close();
  });

  test(`${server}: cards and chains stand in another's page, the rest does not`, async () => {
    for (const [path, allowed] of [
      ["/embed/card/udhr", true],
      ["/embed/chain/A/HRC/RES/53/29", true],
      ["/i/udhr", false],
    ]) {
      const policy = (await fetch(base + path)).headers.get("content-security-policy") ?? "";
      assert.equal(policy.includes("frame-ancestors *"), allowed, path);
      assert.ok(!policy.includes("unsafe-inline"));
    }
  });
}

test("the board has overdue mandates alone, and answered ones with their answers", async () => {
  const [[, base]] = servers();
  const page = await open(browser, base);
  for (const [tab, words] of [
    ["Overdue", "! overdue"],
    ["Answered", "✓ answered"],
  ]) {
    await page.goto("/mandates?forum=human-rights-council");
    await settled(page);
    await page.getByRole("link", { name: tab, exact: true }).click();
    await settled(page);
    const states = await page.locator(".board .state").allInnerTexts();
    assert.ok(states.length > 10, `${states.length} mandates`);
    assert.deepEqual([...new Set(states)], [words]);
  }
  assert.equal(await page.locator(".board li").count(), await page.getByText("Answered by").count());
  await page.context().close();
});

for (const [server, base] of servers().filter(([name]) => name !== "built-in data")) {
  test(`${server}: what a paragraph cites and names beyond the first page comes when it is asked for`, async () => {
    const page = await open(browser, base);
    await page.goto("/i/A/HRC/RES/58/98");
    await settled(page);
    for (const [place, mark, first, all] of [
      ["PP1", "cite", 30, 38],
      ["PP2", "right", 20, 24],
    ]) {
      const marks = page.locator(`[id="${place}"] .m.${mark}`);
      assert.equal(await marks.count(), first);
      const button = page.locator(`[id="${place}"]`).getByRole("button", { name: "Show what else it cites and names" });
      await button.click();
      await button.waitFor({ state: "detached" });
      assert.equal(await marks.count(), all);
    }
    await page.context().close();
  });
}

for (const [server, base] of servers().filter(([name]) => name !== "built-in data")) {
  test(`${server}: a card says what a citation may mean instead, or that it can mean nothing else`, async () => {
    const page = await open(browser, base);
    const card = page.getByRole("complementary", { name: "Evidence" });
    for (const [key, alternatives] of [
      ["c0", /A\/RES\/45\/7 .*1 % sure/],
      ["c1", /none: the words say/],
    ]) {
      await page.goto(`/i/A/HRC/RES/58/96?p=PP1&c=${key}`);
      await settled(page);
      assert.match((await card.locator("dd").last().innerText()).replace(/\s+/g, " "), alternatives);
    }
    await page.context().close();
  });
}

test("a list of several pages is saved whole", async () => {
  const [[, base]] = servers();
  const page = await open(browser, base);
  await page.goto("/cited-by/udhr");
  await settled(page);
  const button = page.getByRole("button", { name: /^CSV of all/ });
  const total = Number((await button.innerText()).replace(/\D/g, ""));
  assert.ok(total > 100, `${total} citations`);
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const rows = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
  assert.equal(rows.length, total + 1);
  assert.match(rows[0], /^date,citing,title/);
  await page.context().close();
});

for (const [server, base] of servers().filter(([name]) => name !== "built-in data")) {
  test(`${server}: a commentary's quotations say how they stand to the text, and lead there`, async () => {
    const page = await open(browser, base);
    const card = page.getByRole("complementary", { name: "Evidence" });
    for (const [words, verdict, place] of [
      [/^Invites the/, "word for word", "OP1"],
      [/^Encourages/, "altered", "OP2"],
    ]) {
      await page.goto("/i/text:commentary");
      await settled(page);
      await page.locator(".m.cite").filter({ hasText: words }).first().click();
      await card.getByRole("heading", { name: /^Quotes HRC 53\/29/ }).waitFor();
      await card.getByText(verdict, { exact: true }).waitFor();
      assert.equal(await card.getByText("⚠ The quotation differs").count(), verdict === "altered" ? 1 : 0);
      await card.getByRole("link", { name: "Read it there" }).click();
      await page.waitForURL(`**/i/A/HRC/RES/53/29?p=${place}`);
    }
    await page.context().close();
  });
}

test("lists are bounded by years, and an address of no page says so", async () => {
  const [[, base]] = servers();
  const page = await open(browser, base);
  await page.goto("/cited-by/ungps");
  await settled(page);
  await page.getByLabel("From year").fill("2019");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/cited-by/ungps?since=2019-01-01");
  await settled(page);
  const years = await page.locator("td.date").allInnerTexts();
  assert.ok(years.length > 10 && years.every((day) => Number(day.slice(-4)) >= 2019), years.join(", "));
  await page.goto("/nowhere");
  await page.getByText("There is no page at /nowhere").waitFor();
  await page.context().close();
});

for (const [server, base] of servers().filter(([name]) => name !== "built-in data")) {
  test(`${server}: paragraphs that name a right have the words marked, also behind many others`, async () => {
    const page = await open(browser, base);
    await page.goto("/paragraphs?name=right:privacy");
    await settled(page);
    const rows = await page.locator(".results > li").all();
    assert.ok(rows.length > 5);
    for (const row of rows)
      assert.match((await row.locator("mark").allInnerTexts()).join(" "), /privacy|48\/4|77\/211/, await row.innerText());
    await page.goto("/paragraphs?name=right:environment");
    await settled(page);
    assert.match(await page.locator(".results mark").first().innerText(), /environment/);
    await page.context().close();
  });
}
