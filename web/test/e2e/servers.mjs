// The servers that the browser tests ask: the real binary, with its built-in data, with the texts beside this file in a file of its
// own, and with the same texts in a Neo4j.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../../..");
const binary = process.env.RECITAL_BIN ?? join(root, "bin/recital");
const texts = join(here, "texts");
/** Milliseconds: a Neo4j on a busy machine, which Go may have to build the starter of, needs by far the longest. */
const readyWithin = 300_000;
/** The starter's exit status where Java, Maven or Neo4j are not there. */
const missing = 2;
/** The servers log each request; RECITAL_LOG=1 shows it. */
const log = process.env.RECITAL_LOG === undefined ? "ignore" : "inherit";

/** Why a server cannot be had on this machine; what else goes wrong is an error like any other. */
export class Missing extends Error {}

const children = [];
const folder = mkdtempSync(join(tmpdir(), "recital-e2e-"));

/** Ends all servers and removes their files. */
export async function stop() {
  await Promise.all(
    children.map(
      (child) =>
        new Promise((resolve) => {
          if (child.exitCode !== null || child.signalCode !== null) return resolve();
          child.once("exit", resolve);
          // The starter of Neo4j ends with its input: it is go that a signal would reach.
          if (child.stdin === null) child.kill("SIGTERM");
          else child.stdin.end();
        }),
    ),
  );
  rmSync(folder, { recursive: true, force: true });
}

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Starts the binary on a store; its address, when it answers. */
async function serve(store) {
  if (!existsSync(binary)) throw new Missing(`no binary at ${binary}; build it, or name one in RECITAL_BIN`);
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

/** Runs the binary to its end. */
const run = (...words) =>
  new Promise((resolve, reject) => {
    const child = spawn(binary, words, { stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", reject);
    child.on("exit", (status) => (status === 0 ? resolve() : reject(new Error(`recital ${words.join(" ")} ended with ${status}`))));
  });

/** Times that a store is loaded: a new Neo4j plans each statement at its first use, on a busy machine for longer than the loader waits. */
const tries = 4;

/** Loads the texts and serves them. Loading twice is loading once. */
async function loaded(store) {
  for (let i = 1; ; i++) {
    const failed = await run("load", "--store", store, texts).then(
      () => null,
      (error) => error,
    );
    if (failed === null) return serve(store);
    if (i === tries) throw failed;
  }
}

/** Starts a Neo4j; its address, when it answers. RECITAL_STORE_URL names one that runs, to be loaded into. */
function neo4j() {
  if (process.env.RECITAL_STORE_URL !== undefined) return Promise.resolve(process.env.RECITAL_STORE_URL);
  return new Promise((resolve, reject) => {
    const child = spawn("go", ["run", "./graph/neo4j/neo4jtest/serve"], { cwd: root, stdio: ["pipe", "pipe", "pipe"] });
    children.push(child);
    let said = "";
    let failed = "";
    const slow = setTimeout(() => reject(new Error(`Neo4j did not answer in ${readyWithin} ms`)), readyWithin);
    child.stdout.on("data", (chunk) => {
      said += chunk;
      if (!said.includes("\n")) return;
      clearTimeout(slow);
      resolve(said.trim());
    });
    child.stderr.on("data", (chunk) => (failed += chunk));
    child.on("error", () => reject(new Missing("no Go to start a Neo4j with")));
    child.on("exit", (status) => {
      clearTimeout(slow);
      // go run says its program's exit status in words, and ends with 1 itself.
      const lacking = status === missing || failed.includes(`exit status ${missing}`);
      reject(lacking ? new Missing(failed.trim()) : new Error(`the starter of Neo4j ended with ${status}: ${failed}`));
    });
  });
}

/**
 * Starts all servers side by side; their addresses by the names of the environment variables that the tests read, each a
 * promise, so that what one lacks does not hold up the others. RECITAL_URL names a server that runs, and is then the only one.
 */
export function start() {
  if (process.env.RECITAL_URL !== undefined) return { BUILTIN_URL: Promise.resolve(process.env.RECITAL_URL) };
  return { BUILTIN_URL: serve("builtin:"), LOADED_URL: loaded(join(folder, "texts.db")), NEO4J_URL: neo4j().then(loaded) };
}
