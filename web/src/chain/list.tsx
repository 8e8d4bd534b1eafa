import { InSentence } from "../part/evidence";
import { Go, Line } from "../part/go";
import { at } from "../state";
import { actWords, counted, short, yearOf } from "../words";
import type { Picture, Spot, Tie } from "./picture";

interface ListProps {
  readonly of: Picture;
  readonly choose: (id: string) => void;
}

/** A picture as a list: everything the drawing shows, from the latest to the earliest, for reading aloud and for small pages. */
export function PictureList({ of, choose }: ListProps) {
  const spots = [...of.spots].sort(
    (a, b) => (yearOf(b.brief.date) ?? 0) - (yearOf(a.brief.date) ?? 0) || (a.brief.id < b.brief.id ? -1 : 1),
  );
  const named = new Map(spots.map((s) => [s.brief.id, s]));
  return (
    <ol class="picture-list">
      {spots.map((s) => (
        <li key={s.brief.id}>
          <Line of={s.brief} />{" "}
          <button type="button" class="quiet" onClick={() => choose(s.brief.id)} aria-label={`Details of ${short(s.brief)}`}>
            details
          </button>
          <Ties of={of.ties.filter((t) => t.from === s.brief.id)} named={named} />
        </li>
      ))}
    </ol>
  );
}

function Ties({ of, named }: { readonly of: readonly Tie[]; readonly named: ReadonlyMap<string, Spot> }) {
  if (of.length === 0) return null;
  return (
    <ul>
      {of.map((t) => (
        <li key={t.to}>
          <Sentence of={t} named={named} />
        </li>
      ))}
    </ul>
  );
}

/** A link as a sentence: "in PP6, HRC 53/29 recalls HRC 47/23: “…”". */
export function Sentence({
  of,
  named,
  full = false,
}: {
  readonly of: Tie;
  readonly named: ReadonlyMap<string, Spot>;
  readonly full?: boolean;
}) {
  const from = named.get(of.from)?.brief;
  const to = named.get(of.to)?.brief;
  return (
    <>
      {full && from !== undefined && (
        <>
          <Go to={at("reader", of.from)}>{short(from)}</Go>{" "}
        </>
      )}
      {actWords(of.act) || "cites"} {to === undefined ? of.to : <Go to={at("reader", of.to)}>{short(to)}</Go>}
      {of.place !== "" && (
        <>
          {" "}
          in <Go to={at("reader", of.from, { p: of.place })}>{of.place}</Go>
        </>
      )}
      {of.quote !== "" && (
        <>
          : <InSentence before={of.before} words={of.quote} after={of.after} />
        </>
      )}
      {of.count > 1 && <span class="faint"> ({counted(of.count, "citation")})</span>}
    </>
  );
}
