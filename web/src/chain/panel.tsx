import { Around, type AroundQuery, type Direction } from "../api/generated";
import { Answer, useAsk } from "../part/ask";
import { Go, Line } from "../part/go";
import { toggled } from "../part/list";
import { at, type StateOf } from "../state";
import { kindWords, number } from "../words";
import { Sentence } from "./list";
import { formatUnfolding, type Picture, unfoldMost } from "./picture";

type S = StateOf<"chain"> | StateOf<"chainEmbed">;

interface PanelProps {
  readonly s: S;
  readonly of: Picture;
  readonly start: string;
}

/** What can be done with the chosen text, and what its links say. */
export function Panel({ s, of, start }: PanelProps) {
  const asked = useAsk(Around, { id: s.at });
  const spot = of.spots.find((p) => p.brief.id === s.at);
  if (spot === undefined) return null;
  const named = new Map(of.spots.map((p) => [p.brief.id, p]));
  const out = of.ties.filter((t) => t.from === s.at);
  const into = of.ties.filter((t) => t.to === s.at);
  const shut = s.shut.includes(s.at);
  return (
    <aside class="panel" aria-label="The chosen text">
      <p>
        <Line of={spot.brief} />
      </p>
      <p class="tools">
        <Go to={at("reader", s.at)}>Text</Go>
        <Go to={at("citedBy", s.at)}>Cited by</Go>
        {s.at !== start && <Go to={at("chain", s.at)}>Chain from here</Go>}
        {s.at !== start && <Go to={at("path", "", { from: start, to: s.at })}>Paths</Go>}
        <Go to={{ ...s, shut: toggled(s.shut, s.at), open: s.open.filter((o) => !o.endsWith(`:${s.at}`)) }}>
          {shut ? "Unfold" : "Collapse"}
        </Go>
        {s.at !== start && <Go to={{ ...s, hide: toggled(s.hide, s.at), at: "" }}>Hide</Go>}
        <Go to={{ ...s, pin: toggled(s.pin, s.at) }}>{spot.pinned ? "Unpin" : "Pin"}</Go>
        <Go to={{ ...s, at: "" }}>Close</Go>
      </p>
      <Answer of={asked}>{(data) => <Ways s={s} of={data} />}</Answer>
      {out.length > 0 && (
        <>
          <h2>What it says</h2>
          <ul class="plain">
            {out.map((t) => (
              <li key={t.to}>
                <Sentence of={t} named={named} />
              </li>
            ))}
          </ul>
        </>
      )}
      {into.length > 0 && (
        <>
          <h2>What is said of it</h2>
          <ul class="plain">
            {into.map((t) => (
              <li key={t.from}>
                <Sentence of={t} named={named} full />
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

/** Unfolding by kind and direction: how many there are stands on the button before the click. */
function Ways({ s, of }: { readonly s: S; readonly of: AroundQuery }) {
  const node = of.node;
  if (node === null || !("restsOn" in node)) return null;
  const ways: readonly (readonly [Direction, string, readonly { readonly value: string; readonly count: number }[]])[] = [
    ["OUT", "It cites", node.restsOn.facets[0]?.values ?? []],
    ["IN", "It is cited by", node.reliedOnBy.facets[0]?.values ?? []],
  ];
  return (
    <>
      {ways
        .filter(([, , values]) => values.length > 0)
        .map(([direction, words, values]) => (
          <section key={direction}>
            <h2>{words}</h2>
            <ul class="chips">
              {values.map((v) => {
                const key = formatUnfolding({ direction, kind: v.value as never, id: s.at });
                const on = s.open.includes(key);
                return (
                  <li key={v.value}>
                    <Go to={{ ...s, open: toggled(s.open, key), shut: s.shut.filter((i) => i !== s.at) }} class={on ? "chip open" : "chip"}>
                      {on ? "− " : "+"}
                      {number(v.count)} {kindWords(v.value, v.count)}
                      {!on && v.count > unfoldMost ? `, ${unfoldMost} at a time` : ""}
                    </Go>
                  </li>
                );
              })}
            </ul>
          </section>
        ))}
    </>
  );
}
