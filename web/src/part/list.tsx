import type { ComponentChildren } from "preact";
import type { FacetKey } from "../api/generated";
import type { State } from "../state";
import { actWords, bodyWords, kindWords, number, sentence } from "../words";
import { Go } from "./go";

interface Counts {
  readonly key: FacetKey;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

const names: Readonly<Record<FacetKey, string>> = {
  BODY: "Organ",
  YEAR: "Year",
  SESSION: "Session",
  KIND: "Kind",
  ACT: "Act",
  RIGHT: "Right",
  ACTOR: "Actor",
};
const words: Partial<Record<FacetKey, (value: string) => string>> = {
  BODY: bodyWords,
  KIND: (v) => sentence(kindWords(v, 2)),
  ACT: actWords,
};

/** Values of a facet that are open at once; the rest is a click away. */
const shown = 8;
/** Up to this width, in pixels, facets would push the list off the page: they are folded. The style has the same number. */
const narrow = 960;

interface FacetsProps {
  readonly of: readonly Counts[];
  /** The chosen values of a key, and the state with one more or one less. */
  readonly chosen: (key: FacetKey) => readonly string[];
  readonly toggle: (key: FacetKey, value: string) => State;
  readonly keys: readonly FacetKey[];
}

/** Counts of a list that narrow it when clicked; chosen ones bear a tick and are undone by the same click. */
export function Facets({ of, chosen, toggle, keys }: FacetsProps) {
  const blocks = of.filter((f) => keys.includes(f.key) && (f.values.length > 1 || chosen(f.key).length > 0));
  if (blocks.length === 0) return null;
  return (
    <details class="facets" open={innerWidth > narrow}>
      <summary>Narrow the list</summary>
      <nav aria-label="Narrow the list">
        {blocks.map(({ key, values: counted }) => {
          // The API lists by count; years are looked for by their order.
          const values = key === "YEAR" ? [...counted].sort((a, b) => Number(b.value) - Number(a.value)) : counted;
          const value = (v: { readonly value: string; readonly count: number }) => {
            const on = chosen(key).includes(v.value);
            return (
              <li key={v.value}>
                <Go to={toggle(key, v.value)} class={on ? "on" : ""} current={on}>
                  <span>
                    {on ? "✓ " : ""}
                    {words[key]?.(v.value) ?? v.value}
                  </span>{" "}
                  <span class="count">{number(v.count)}</span>
                </Go>
              </li>
            );
          };
          return (
            <section key={key}>
              <h2>{names[key]}</h2>
              <ul>{values.slice(0, shown).map(value)}</ul>
              {values.length > shown && (
                <details>
                  <summary>{number(values.length - shown)} more</summary>
                  <ul>{values.slice(shown).map(value)}</ul>
                </details>
              )}
            </section>
          );
        })}
      </nav>
    </details>
  );
}

/** A list with a value added, or taken away where it is in it. */
export const toggled = (list: readonly string[], value: string): readonly string[] =>
  list.includes(value) ? list.filter((v) => v !== value) : [...list, value];

interface YearRangeProps {
  readonly since: string;
  readonly until: string;
  readonly choose: (range: { readonly since: string; readonly until: string }) => void;
}

/** Years from and to which a list goes, both included; an empty field is no bound. */
export function YearRange({ since, until, choose }: YearRangeProps) {
  const field = (label: string, value: string, set: (year: string) => void) => (
    <label>
      {label}{" "}
      <input
        type="number"
        min="1945"
        max="2100"
        value={value.slice(0, 4)}
        onChange={(event) => event.currentTarget.validity.valid && set(event.currentTarget.value)}
      />
    </label>
  );
  return (
    <>
      {field("From year", since, (year) => choose({ since: year && `${year}-01-01`, until }))}
      {field("to", until, (year) => choose({ since, until: year && `${year}-12-31` }))}
    </>
  );
}

interface PagerProps {
  readonly shown: number;
  readonly total: number;
  readonly what: string;
  readonly first: State | null;
  readonly next: State | null;
}

/** Which part of a list this is, and the way on. The way back is Back. */
export function Pager({ shown, total, what, first, next }: PagerProps) {
  if (total === 0) return null;
  return (
    <nav class="pager" aria-label="Pages">
      <span>
        {number(shown)} of {number(total)} {what}
      </span>
      {first !== null && <Go to={first}>First page</Go>}
      {next !== null && <Go to={next}>Next page</Go>}
    </nav>
  );
}

interface Column<R> {
  readonly name: string;
  readonly cell: (row: R) => ComponentChildren;
  readonly class?: string;
  /** The state that sorts by this column, and how it is sorted now. */
  readonly sort?: State;
  readonly sorted?: "ascending" | "descending" | undefined;
}

interface TableProps<R> {
  readonly caption: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R>[];
  readonly rowKey: (row: R) => string;
}

/** A table; on a narrow page each row becomes a block, with the columns' names before the cells. */
export function Table<R>({ caption, rows, columns, rowKey }: TableProps<R>) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((c) => (
            <th key={c.name} scope="col" class={c.class} aria-sort={c.sorted}>
              {c.sort === undefined ? (
                c.name
              ) : (
                <Go to={c.sort}>{`${c.name}${c.sorted === undefined ? "" : c.sorted === "ascending" ? " ↑" : " ↓"}`}</Go>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((c) => (
              <td key={c.name} class={c.class} data-name={c.name}>
                {c.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
