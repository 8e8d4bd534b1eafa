import { say } from "./store";

/** One row of a table, by column. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Rows as CSV (RFC 4180), columns as the first row has them. A cell that a spreadsheet would run as a formula gets an apostrophe. */
export function csv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: string | number | null | undefined): string => {
    const text = String(value ?? "");
    const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [columns.map(cell).join(","), ...rows.map((row) => columns.map((c) => cell(row[c])).join(","))].join("\r\n").concat("\r\n");
}

/** Hands a file to the reader. */
export function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  say(`${name} is saved.`);
}

/** A name that every file system takes. */
export const fileName = (words: string, extension: string): string =>
  `${words.replace(/[^\w.-]+/g, "-").replace(/^-+|-+$/g, "")}.${extension}`;

/** Copies a text and says so. Without the permission, says that too. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say(`${what} is copied.`);
  } catch {
    say("The browser does not allow copying here. The address line has the link.");
  }
}

/** A query as people write it: indented by its braces. */
export function indented(query: string): string {
  let depth = 0;
  return query
    .split("\n")
    .map((line) => {
      if (line.startsWith("}")) depth--;
      const out = "  ".repeat(Math.max(0, depth)) + line;
      if (line.endsWith("{")) depth++;
      return out;
    })
    .join("\n");
}
