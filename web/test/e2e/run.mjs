// Runs the browser tests against the real binary: RECITAL_URL names a server that runs, or RECITAL_BIN a binary, which is
// started twice, with its built-in data and with the texts beside this file. RECITAL_STORE_URL (neo4j://..., with its
// RECITAL_NEO4J_* variables) starts it a third time on that store, which is loaded with the same texts.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const binary = process.env.RECITAL_BIN ?? join(here, "../../../bin/recital");
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
/** Long enough for the built-in data on a busy machine. */
const readyWithin = 60_000;

const skip = (reason) => {
  console.log(`SKIP browser tests: ${reason}`);
  process.exit(process.env.CI === "true" ? 1 : 0);
};
if (!existsSync(chromium)) skip(`no browser at ${chromium}; install chromium, or name one in CHROMIUM`);
if (process.env.RECITAL_URL === undefined && !existsSync(binary)) skip("neither RECITAL_URL nor RECITAL_BIN, and no bin/recital");

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** The servers log each request; RECITAL_LOG=1 shows it. */
const log = process.env.RECITAL_LOG === undefined ? "ignore" : "inherit";
const children = [];
const folder = mkdtempSync(join(tmpdir(), "recital-e2e-"));

async function serve(store) {
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(binary, ["serve", "--store", store, "--addr", url.slice(7)], { stdio: ["ignore", "ignore", log] });
  children.push(child);
  const until = Date.now() + readyWithin;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`${binary} serve --store ${store} ended with ${child.exitCode}`);
    const ready = await fetch(`${url}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${binary} serve --store ${store} was not ready in ${readyWithin} ms`);
}

const load = (store) => {
  const { status } = spawnSync(binary, ["load", "--store", store, join(here, "texts")], { stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`recital load --store ${store} ended with ${status}`);
};

let status = 1;
try {
  const env = { ...process.env, CHROMIUM: chromium };
  if (process.env.RECITAL_URL !== undefined) env.BUILTIN_URL = process.env.RECITAL_URL;
  else {
    env.BUILTIN_URL = await serve("builtin:");
    const store = join(folder, "texts.db");
    load(store);
    env.LOADED_URL = await serve(store);
    if (process.env.RECITAL_STORE_URL !== undefined) {
      load(process.env.RECITAL_STORE_URL);
      env.NEO4J_URL = await serve(process.env.RECITAL_STORE_URL);
    }
  }
  // One file after the other: two browsers at once would measure each other.
  const files = ["views", "task", "history", "hostile", "example", "speed"].map((name) => join(here, `${name}.test.mjs`));
  status =
    spawnSync(process.execPath, ["--test", "--test-concurrency=1", "--test-force-exit", "--test-reporter=spec", ...files], {
      stdio: "inherit",
      env,
    }).status ?? 1;
} finally {
  for (const child of children) child.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
