import { useMemo, useRef } from "preact/hooks";
import { Paths as question, type PathsQuery } from "../api/generated";
import { Drawing } from "../chain/drawing";
import { saveGexf, savePng, saveSvg, tieRows } from "../chain/files";
import { Legend } from "../chain/legend";
import { Sentence } from "../chain/list";
import { type Picture, tieOf } from "../chain/picture";
import { Answer, Nothing, Unknown, useAsk } from "../part/ask";
import { Go, Line } from "../part/go";
import { Pick } from "../part/pick";
import { Tools } from "../part/tools";
import { at, type StateOf } from "../state";
import { go } from "../store";
import { counted, short } from "../words";

type S = StateOf<"path">;
type Way = NonNullable<PathsQuery["paths"]>["paths"][number];

/** All paths as one picture: each text and each link once. */
export function union(paths: readonly Way[]): Picture {
  const spots = new Map(paths.flatMap((p) => p.nodes.map((brief, depth) => [brief.id, { brief, depth, pinned: false }] as const)));
  const ties = new Map(paths.flatMap((p) => p.hops.map((h) => [`${h.source.id}>${h.target.id}`, tieOf(h)] as const)));
  return { spots: [...spots.values()], ties: [...ties.values()] };
}

/** How one instrument leads to another: sentences, hop by hop, beside the drawing. */
export function Path({ state: s }: { readonly state: S }) {
  const ready = s.from !== "" && s.to !== "";
  const variables = { from: s.from, to: s.to, count: s.k };
  const asked = useAsk(question, ready ? variables : null);
  return (
    <article>
      <h1>Paths</h1>
      <p class="lead">How one text rests on another, citation by citation.</p>
      <div class="picks">
        <Pick label="From" value={s.from} of={asked.data?.from} pick={(from) => go({ ...s, from, at: "" })} />
        <Pick label="To" value={s.to} of={asked.data?.to} pick={(to) => go({ ...s, to, at: "" })} />
        {ready && <Go to={{ ...s, from: s.to, to: s.from, at: "" }}>Swap</Go>}
      </div>
      {!ready && (
        <p class="hint">
          Choose two texts, for example <Go to={{ ...s, from: "A/HRC/RES/53/29", to: "udhr" }}>HRC 53/29 and the Universal Declaration</Go>.
        </p>
      )}
      {ready && <Answer of={asked}>{(data) => <Ways s={s} of={data} variables={variables} />}</Answer>}
    </article>
  );
}

interface WaysProps {
  readonly s: S;
  readonly of: PathsQuery;
  readonly variables: unknown;
}

function Ways({ s, of, variables }: WaysProps) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => union(of.paths?.paths ?? []), [of]);
  if (of.from === null) return <Unknown name={s.from} />;
  if (of.to === null) return <Unknown name={s.to} />;
  const paths = of.paths?.paths ?? [];
  if (paths.length === 0) {
    return (
      <Nothing title="No path">
        <p>
          Within eight citations {short(of.from)} does not rest on {short(of.to)}.{" "}
          <Go to={{ ...s, from: s.to, to: s.from }}>Try the other way round</Go>, or see{" "}
          <Go to={at("common", "", { of: [of.from.id, of.to.id], depth: 2 })}>what both rest on</Go>.
        </p>
      </Nothing>
    );
  }
  const named = new Map(shown.spots.map((p) => [p.brief.id, p]));
  const svg = (): SVGSVGElement | null => frame.current?.querySelector("svg") ?? null;
  const name = `paths-${of.from.id}-${of.to.id}`;
  return (
    <>
      <Tools
        name={name}
        question={{ operation: question, variables }}
        rows={() => tieRows(shown)}
        more={[
          ["SVG", () => saveSvg(svg(), name)],
          ["PNG", () => savePng(svg(), name)],
          ["GEXF", () => saveGexf(shown, name)],
        ]}
      />
      <div class="beside">
        <ol class="ways">
          {paths.map((p) => (
            <li key={p.nodes.map((n) => n.id).join(">")}>
              <h2>
                {counted(p.length, "citation")}: {p.nodes.map((n) => short(n)).join(" → ")}
              </h2>
              <ol class="plain">
                {p.hops.map((h) => (
                  <li key={h.target.id}>
                    <Sentence of={tieOf(h)} named={named} full />
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
        <div ref={frame}>
          <Drawing
            of={shown}
            start={[of.from.id, of.to.id]}
            at={s.at}
            label={`Paths from ${of.from.id} to ${of.to.id}`}
            choose={(id) => go({ ...s, at: s.at === id ? "" : id })}
          />
          <Legend />
          {named.has(s.at) && (
            <p>
              {[named.get(s.at)].map((p) => p !== undefined && <Line key={p.brief.id} of={p.brief} />)}{" "}
              <Go to={at("chain", s.at)}>Chain from here</Go>
            </p>
          )}
        </div>
      </div>
      {of.paths?.truncated === true && s.k < 10 && (
        <p class="pager">
          <Go to={{ ...s, k: Math.min(10, s.k + 3) }}>Show more paths</Go>
        </p>
      )}
    </>
  );
}
