import { useState } from "preact/hooks";
import { ask } from "../api/client";
import { type MarkedFragment, type OutwardFragment, Rest } from "../api/generated";
import { type Mark, segments } from "../marks";
import { type Found, foundIn, marksOf, nameOf } from "../reader";
import type { StateOf } from "../state";
import { say } from "../store";
import { actWords, clip, findingWords, number, sentence, short } from "../words";
import { Card } from "./card";
import { Go } from "./go";

interface ParagraphProps {
  readonly of: MarkedFragment;
  readonly state: StateOf<"reader">;
}

/** One paragraph: its place, its text with what was found marked, the counts in the margin, and the open card. */
export function Paragraph({ of: first, state }: ParagraphProps) {
  const { of, rest } = useAll(first);
  const found = foundIn(of, state.hide);
  const here = state.p === of.place;
  const open = here ? found.find((f) => f.key === state.c) : undefined;
  const to = (key: string): StateOf<"reader"> => ({ ...state, p: of.place, c: here && state.c === key ? "" : key });
  return (
    <section class={here ? "paragraph here" : "paragraph"} id={of.place} data-part={of.part} tabindex={-1} aria-label={of.place}>
      <div class="place">
        <Go to={{ ...state, p: of.place, c: "" }} title="Link to this paragraph">
          {of.place}
        </Go>
      </div>
      <div class="text">
        {of.text === null ? (
          <Facts of={of} found={found} to={to} />
        ) : (
          <Marked text={of.text} marks={marksOf(found)} to={to} open={open?.key} />
        )}
        {of.notes.map((note) => (
          <p class="footnote" key={note.mark}>
            <sup>{note.mark}</sup> <Marked text={note.text} marks={marksOf(found, note.mark)} to={to} open={open?.key} inline />
          </p>
        ))}
        {of.text !== null && (
          <Chips
            found={found.filter((f) => f.is === "mandate" || f.is === "unsure" || ("findings" in f.of && f.of.findings.length > 0))}
            to={to}
            open={open?.key}
          />
        )}
        {rest !== null && (
          <button type="button" onClick={rest}>
            Show what else it cites and names
          </button>
        )}
        {open !== undefined && (
          <Card found={open} paragraph={of.id} here={{ ...state, p: of.place, c: open.key }} closed={{ ...state, c: "" }} />
        )}
      </div>
      <Margin of={of} to={to} />
    </section>
  );
}

interface List<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list with its next page; one that was whole stays as it is. */
const longer = <T,>(list: List<T>, next: List<T>): List<T> =>
  list.pageInfo.hasNextPage ? { nodes: [...list.nodes, ...next.nodes], pageInfo: next.pageInfo } : list;

/** A paragraph with what of it came so far; some cite or name hundreds, and come page by page. */
function useAll(first: MarkedFragment): { readonly of: MarkedFragment; readonly rest: (() => void) | null } {
  const [of, grow] = useState(first);
  const { cites, rights, actors } = of;
  if (![cites, rights, actors].some((list) => list.pageInfo.hasNextPage)) return { of, rest: null };
  const after = { cites: cites.pageInfo.endCursor, rights: rights.pageInfo.endCursor, actors: actors.pageInfo.endCursor };
  const rest = (): void => {
    ask(Rest, { paragraph: of.id, ...after }).then(
      ({ node }) =>
        node?.__typename === "Paragraph" &&
        grow({ ...of, cites: longer(cites, node.cites), rights: longer(rights, node.rights), actors: longer(actors, node.actors) }),
      (error: Error) => say(`The rest of it did not come: ${error.message}`),
    );
  };
  return { of, rest };
}

interface MarkedProps {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly to: (key: string) => StateOf<"reader">;
  readonly open: string | undefined;
  readonly inline?: boolean;
}

/** A link leads to the most telling of the marks it lies under. */
const telling: readonly Mark["kind"][] = ["cite", "unsure", "right", "asked", "actor", "mandate"];

function Marked({ text, marks, to, open, inline = false }: MarkedProps) {
  const pieces = segments(
    text,
    marks.filter((m) => m.kind !== "mandate"),
  ).map((piece, i) => {
    const first = [...piece.marks].sort((a, b) => telling.indexOf(a.kind) - telling.indexOf(b.kind))[0];
    if (first === undefined) return piece.text;
    const kinds = piece.marks.map((m) => m.kind).join(" ");
    const title = piece.marks.map((m) => `${titles[m.kind]}: ${m.label}`).join("; ");
    return (
      <Go key={i} to={to(first.key)} class={`m ${kinds}${piece.marks.some((m) => m.key === open) ? " open" : ""}`} title={title}>
        {piece.text}
      </Go>
    );
  });
  return inline ? <>{pieces}</> : <p>{pieces}</p>;
}

const titles: Readonly<Record<Mark["kind"], string>> = {
  cite: "Cites",
  unsure: "Not sure",
  right: "Right",
  actor: "Actor",
  asked: "Asked to act",
  mandate: "Mandate",
  quote: "Quotation",
};
const signs: Readonly<Record<Found["is"], string>> = { cite: "→", unsure: "?", right: "§", actor: "@", mandate: "▸" };

interface ChipsProps {
  readonly found: readonly Found[];
  readonly to: (key: string) => StateOf<"reader">;
  readonly open: string | undefined;
}

/** Found things by name: where there is no text to mark, and for what a mark alone would not show. */
function Chips({ found, to, open }: ChipsProps) {
  if (found.length === 0) return null;
  return (
    <ul class="chips">
      {found.map((f) => (
        <li key={f.key}>
          <Go to={to(f.key)} class={`chip ${f.is}${f.key === open ? " open" : ""}`}>
            <span aria-hidden="true">{signs[f.is]}</span> {nameOf(f)}
            {"findings" in f.of && f.of.findings.map((finding) => ` ⚠ ${findingWords(finding.kind)}`).join("")}
          </Go>
        </li>
      ))}
    </ul>
  );
}

/** A paragraph of a data set of facts: its opening words, the cited words, and what it names. */
function Facts({
  of,
  found,
  to,
}: {
  readonly of: MarkedFragment;
  readonly found: readonly Found[];
  readonly to: (key: string) => StateOf<"reader">;
}) {
  const cited = found.filter((f) => f.is === "cite" || f.is === "unsure");
  const named = found.filter((f) => f.is !== "cite" && f.is !== "unsure");
  return (
    <>
      <p>
        <i>{of.opening ?? (of.act === null ? "" : sentence(actWords(of.act)))}</i>
        {cited.map((f) => (
          <span key={f.key}>
            {" … "}
            <Go to={to(f.key)} class={`m ${f.is}`} title={`${titles[f.is]}: ${nameOf(f)}`}>
              {f.of.evidence.quote}
            </Go>
            {f.of.findings.length > 0 && <Warning of={f.of.findings} />}
          </span>
        ))}
        {" …"}
      </p>
      <Chips found={named} to={to} open={undefined} />
    </>
  );
}

/** Letters of a name in the margin. */
const marginMost = 48;

/** A sign beside what contradicts itself; what is wrong stands in the card. */
const Warning = ({ of }: { readonly of: OutwardFragment["findings"] }) => (
  <span class="finding" role="img" aria-label={`Finding: ${of.map((f) => findingWords(f.kind)).join(", ")}`}>
    {" "}
    ⚠
  </span>
);

/** How often each cited instrument is cited, beside the paragraph that cites it, and what was found wrong with that. */
function Margin({ of, to }: { readonly of: MarkedFragment; readonly to: (key: string) => StateOf<"reader"> }) {
  const rows = of.cites.nodes.flatMap(({ target }, i, all) => {
    const same = all.flatMap((other, key) => (other.target.id === target.id ? [{ key, findings: other.findings }] : []));
    if (same[0]?.key !== i) return [];
    const findings = same.flatMap((other) => other.findings);
    // A click shows the citation that is wrong, where one is.
    const key = same.find((other) => other.findings.length > 0)?.key ?? i;
    return [{ target, key: `c${key}`, findings }];
  });
  if (rows.length === 0) return <div class="margin" />;
  return (
    <ul class="margin" aria-label="How often the cited texts are cited">
      {rows.map(({ target, key, findings }) => (
        <li key={target.id}>
          <Go to={to(key)} title={short(target)}>
            {clip(short(target), marginMost)}
          </Go>
          <span class="count" title="times cited">{` ${number(target.citedByCount)}×`}</span>
          {findings.length > 0 && <Warning of={findings} />}
        </li>
      ))}
    </ul>
  );
}
