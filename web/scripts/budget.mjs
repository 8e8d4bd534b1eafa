// Fails when the first load outgrows its budget. What index.html names is the first load.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budgets = { js: 40_000, css: 6_000 }; // bytes, gzipped
const page = readFileSync("dist/index.html", "utf8");
const sizes = { js: 0, css: 0 };
for (const [, path, kind] of page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(js|css))"/g))
  sizes[kind] += gzipSync(readFileSync(`dist${path}`), { level: 9 }).length;
for (const [kind, most] of Object.entries(budgets)) {
  console.log(`first load, ${kind}: ${sizes[kind]} of ${most} bytes gzipped`);
  if (sizes[kind] === 0 || sizes[kind] > most) process.exitCode = 1;
}
if (/<script(?![^>]*\bsrc=)|\son\w+=|<style/.test(page)) {
  console.error("index.html has something inline, which the policy forbids");
  process.exitCode = 1;
}
