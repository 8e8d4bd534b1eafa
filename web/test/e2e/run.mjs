// Runs the browser tests against the real binary: RECITAL_BIN names it, or RECITAL_URL a server that runs. servers.mjs
// says which servers there are. What cannot be had is said and left out; with CI=true that is a failure. Words after the command name
// the files to run ("npm run e2e -- speed"); without any, all run.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Missing, start, stop } from "./servers.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Comparing the stores comes first and by itself: it waits for a new Neo4j to have planned each statement, and node orders files by name. */
const first = ["stores"];
const all = [...first, "views", "states", "task", "ways", "history", "hostile", "example", "speed", "moving"];

/** Says what is left out and why. */
function skip(what, reason) {
  console.log(`SKIP ${what}: ${reason}`);
  if (process.env.CI === "true") throw new Error("in CI nothing may be skipped");
}

/** Runs files one after the other: two browsers at once would measure each other. */
function test(names, env) {
  const files = names.map((name) => join(here, `${name}.test.mjs`));
  const words = ["--test", "--test-concurrency=1", "--test-force-exit", "--test-reporter=spec", ...files];
  return spawnSync(process.execPath, words, { stdio: "inherit", env }).status ?? 1;
}

async function main() {
  if (!existsSync(chromium)) {
    skip("browser tests", `no browser at ${chromium}; install chromium, or name one in CHROMIUM`);
    return 0;
  }
  const env = { ...process.env, CHROMIUM: chromium };
  const starting = Object.entries(start());
  const started = await Promise.allSettled(starting.map(([, url]) => url));
  for (const [i, [name]] of starting.entries()) {
    if (started[i].status === "fulfilled") env[name] = started[i].value;
    else if (started[i].reason instanceof Missing) skip(`browser tests, ${name}`, started[i].reason.message);
    else throw started[i].reason;
  }
  if (env.BUILTIN_URL === undefined) return 0;
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : all;
  const groups = [wanted.filter((name) => first.includes(name)), wanted.filter((name) => !first.includes(name))];
  const statuses = groups.filter((names) => names.length > 0).map((names) => test(names, env));
  return statuses.find((status) => status !== 0) ?? 0;
}

let status = 1;
try {
  status = await main();
} catch (error) {
  console.error(error.message);
} finally {
  await stop();
}
process.exit(status);
