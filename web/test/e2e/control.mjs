// A page that has nothing of the explorer and does what any such page must: fetch a script and data, run, draw. What it takes now,
// against what it takes on a machine that does nothing else, says how far a limit stretches while the machine is busy.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";

/** Milliseconds on an idle machine with the two cores by which the limits were set: to load and draw; from a key to an answer drawn. */
export const idle = { load: 110, key: 60 };

const library = readFileSync(
  createRequire(import.meta.url)
    .resolve("d3")
    .replace(/(src|dist)\/.*$/, "dist/d3.min.js"),
);
const data = JSON.stringify(Array.from({ length: 400 }, (_, i) => ({ id: i, words: `${i} `.repeat(20) })));
const page = `<!doctype html><title>Control</title><main></main><script src="/library.js"></script><script src="/page.js"></script>`;
const script = `
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
const draw = async () => {
  const rows = await (await fetch("/data?" + performance.now())).json();
  document.querySelector("main").replaceChildren(...rows.map((row) => {
    const line = document.createElement("p");
    line.append(String(row.id), document.createElement("b"), row.words);
    return line;
  }));
  await drawn();
};
window.key = async () => {
  const from = performance.now();
  await new Promise((resolve) => setTimeout(resolve, 40));
  await draw();
  return performance.now() - from;
};
draw().then(() => (window.shownAt = performance.now()));
`;
const files = { "/": ["text/html", page], "/library.js": ["text/javascript", library], "/page.js": ["text/javascript", script] };

/** Starts the server of the control page. */
export async function control() {
  const server = createServer((request, response) => {
    const [type, body] = files[request.url] ?? ["application/json", data];
    response.setHeader("Content-Type", type).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, stop };
}
