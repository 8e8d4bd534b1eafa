import { everyMost } from "../api/every";
import { copy, csv, download, fileName, indented, type Row } from "../export";
import { format } from "../state";
import { say, state } from "../store";
import { number } from "../words";

/** The question behind a view. */
export interface Question {
  readonly operation: { readonly text: string };
  readonly variables: unknown;
}

interface ToolsProps {
  /** Of the files. */
  readonly name: string;
  readonly question: Question;
  readonly rows?: (() => readonly Row[]) | undefined;
  /** The list that the rows are a page of: how long it is, of what where that is not rows, and all its rows. */
  readonly all?:
    { readonly total: number; readonly shown: number; readonly what?: string; readonly rows: () => Promise<readonly Row[]> } | undefined;
  /** Further buttons: their words and what they do. */
  readonly more?: readonly (readonly [string, () => void])[];
}

/** What can be taken away from a view: its link, its question, its rows, a print. */
export function Tools({ name, question, rows, all, more = [] }: ToolsProps) {
  const paged = all !== undefined && all.total > all.shown;
  const graphql = (): string =>
    `${indented(question.operation.text)}\n\n# Variables:\n${JSON.stringify(question.variables, null, 2).replace(/^/gm, "# ")}\n`;
  return (
    <div class="tools" role="group" aria-label="Take away">
      <button type="button" onClick={() => copy(location.origin + format(state.value), "The link")}>
        Copy link
      </button>
      <button type="button" onClick={() => copy(graphql(), "The GraphQL query")}>
        Copy as GraphQL
      </button>
      {rows !== undefined && rows().length > 0 && (
        <button type="button" onClick={() => download(fileName(name, "csv"), "text/csv;charset=utf-8", csv(rows()))}>
          {paged ? "CSV of this page" : "CSV"}
        </button>
      )}
      {paged && all.total <= everyMost && (
        <button type="button" onClick={() => saveAll(name, all)}>
          CSV of all {number(all.total)}
          {all.what}
        </button>
      )}
      {more.map(([words, act]) => (
        <button type="button" key={words} onClick={act}>
          {words}
        </button>
      ))}
      <button type="button" onClick={() => print()}>
        Print
      </button>
    </div>
  );
}

/** Reads a list to its end, and hands it to the reader. */
function saveAll(name: string, { total, rows }: NonNullable<ToolsProps["all"]>): void {
  say(`Reading all ${number(total)}…`);
  rows().then(
    (list) => download(fileName(`${name}-all`, "csv"), "text/csv;charset=utf-8", csv(list)),
    (error: Error) => say(`They did not all come: ${error.message}`),
  );
}
