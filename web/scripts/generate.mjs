// Makes src/api/generated.ts: the types of the schema's answers and the text and hash of every operation. The
// operations are cut as web/trusted.go cuts them, so that the server knows each by its hash.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as operationsPlugin from "@graphql-codegen/typescript-operations";
import * as schemaPlugin from "@graphql-codegen/typescript";
import { buildSchema, parse, validate } from "graphql";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const schema = parse(read("../../schema.graphqls"));
const source = read("../src/operations.graphql");
const document = parse(source);
for (const error of validate(buildSchema(read("../../schema.graphqls")), document)) {
  console.error(`operations.graphql: ${error.message}`);
  process.exitCode = 1;
}

const scalars = { ID: "string", Body: "string", Date: "string", Symbol: "string", Cursor: "string" };
const config = {
  scalars,
  enumsAsTypes: true,
  skipTypename: true,
  avoidOptionals: { field: true },
  onlyOperationTypes: true,
  useTypeImports: true,
  immutableTypes: true,
  inlineFragmentTypes: "combine",
  defaultScalarType: "unknown",
};
const types = await codegen({
  schema,
  documents: [{ document, location: "operations.graphql" }],
  filename: "generated.ts",
  config,
  plugins: [{ schema: {} }, { operations: {} }],
  pluginMap: { schema: schemaPlugin, operations: operationsPlugin },
});

const plain = (text) =>
  text
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean)
    .join("\n");
const starts = [...source.matchAll(/^(query|fragment) (\w+)/gm)];
const definitions = new Map(starts.map((m, i) => [m[2], plain(source.slice(m.index, starts[i + 1]?.index))]));
const collect = (name, used = new Set()) => {
  if (used.has(name)) return used;
  used.add(name);
  for (const [, spread] of definitions.get(name).matchAll(/\.\.\.(\w+)/g)) if (spread !== "on") collect(spread, used);
  return used;
};
const documents = starts
  .filter((m) => m[1] === "query")
  .map(([, , name]) => {
    const used = collect(name);
    const text = [...definitions]
      .filter(([n]) => used.has(n))
      .map(([, t]) => t)
      .join("\n");
    const hash = createHash("sha256").update(text).digest("hex");
    return `export const ${name}: Operation<${name}Query, ${name}QueryVariables> = {\n  name: "${name}",\n  hash: "${hash}",\n  text: ${JSON.stringify(text)},\n};\n`;
  });

const head = `// Made by scripts/generate.mjs from schema.graphqls and src/operations.graphql. Do not edit.
import type { Operation } from "./client";\n\n`;
writeFileSync(new URL("../src/api/generated.ts", import.meta.url), `${head}${types}\n${documents.join("\n")}`);
