// Takes the two pictures of the README from a running server with the built-in data: RECITAL_URL=http://127.0.0.1:8080 node scripts/pictures.mjs
import { chromium } from "playwright-core";

const base = process.env.RECITAL_URL ?? "http://127.0.0.1:8080";
const pictures = { chain: "/chain/A/HRC/RES/53/29?depth=2&at=A/HRC/RES/48/4", reader: "/i/A/HRC/RES/53/29?p=PP6&c=c3" };

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [name, address] of Object.entries(pictures)) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: "light" });
  await page.goto(base + address);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: new URL(`../pictures/${name}.png`, import.meta.url).pathname });
}
await browser.close();
