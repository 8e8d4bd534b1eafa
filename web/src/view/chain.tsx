import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Chain as chainQuestion, type ChainQuery, Expand, type ExpandQuery } from "../api/generated";
import { Drawing } from "../chain/drawing";
import { saveGexf, savePng, saveSvg, tieRows } from "../chain/files";
import { Legend } from "../chain/legend";
import { PictureList } from "../chain/list";
import { Panel } from "../chain/panel";
import { formatUnfolding, type Known, parseUnfolding, picture, type Unfolding, unfoldMost } from "../chain/picture";
import { copy } from "../export";
import { Answer, Unknown, useAsk, Waiting } from "../part/ask";
import { Go } from "../part/go";
import { Head } from "../part/head";
import { toggled } from "../part/list";
import { Tools } from "../part/tools";
import { format, type StateOf } from "../state";
import { go } from "../store";
import { counted, number } from "../words";

/** The state of a chain, in a page of its own or in another's. */
export type ChainState = StateOf<"chain"> | StateOf<"chainEmbed">;

/** Instruments of the first picture by depth: more cannot be read; the rest is behind the badges. */
const most: Readonly<Record<number, number>> = { 1: 1 + unfoldMost, 2: 50, 3: 80, 4: 120 };

const unfoldings = (s: ChainState): readonly Unfolding[] => s.open.map(parseUnfolding).filter((u) => u !== null);

/** Variables of the second question: null where nothing is unfolded or pinned. */
function expansion(s: ChainState) {
  const open = unfoldings(s);
  if (open.length === 0 && s.pin.length === 0) return null;
  const kinds = open.map((u) => u.kind);
  const of = (direction: string): readonly string[] => [...new Set(open.filter((u) => u.direction === direction).map((u) => u.id))].sort();
  return {
    out: of("OUT"),
    in: of("IN"),
    pin: s.pin,
    kinds: kinds.includes("") || kinds.length === 0 ? null : [...new Set(kinds)].filter((k) => k !== ""),
    asOf: s.asof || null,
  };
}

function knownOf(s: ChainState, chain: NonNullable<ChainQuery["chain"]>, expanded: ExpandQuery | undefined): Known {
  const pinned = expanded?.pinned.flatMap((n) => (n?.__typename === "Instrument" ? [n] : [])) ?? [];
  const unfolded = unfoldings(s).map((unfolding) => {
    const nodes = unfolding.direction === "OUT" ? expanded?.out : expanded?.in;
    const node = nodes?.find((n) => n !== null && "id" in n && n.id === unfolding.id);
    const links =
      node === undefined || node === null ? [] : "restsOn" in node ? node.restsOn.nodes : "reliedOnBy" in node ? node.reliedOnBy.nodes : [];
    return { unfolding, far: links.map((l) => ({ hop: l, far: l.far })) };
  });
  return {
    start: chain.steps[0]?.node.id ?? s.id,
    direction: s.dir,
    briefs: [...chain.steps.map((step) => step.node), ...pinned],
    hops: chain.links,
    extra: pinned.flatMap((n) => n.restsOn.nodes),
    unfolded,
  };
}

/** What an instrument rests on, or what rests on it, drawn over the years. */
export function Chain({ state: s }: { readonly state: ChainState }) {
  const variables = {
    id: s.id,
    direction: s.dir,
    depth: s.depth,
    limit: most[s.depth] ?? unfoldMost,
    filter: s.asof === "" ? null : { asOf: s.asof },
  };
  const asked = useAsk(chainQuestion, variables);
  return (
    <Answer of={asked} whole>
      {({ chain }) =>
        chain === null ? <Unknown name={s.id} whole /> : <Drawn s={s} chain={chain} question={{ operation: chainQuestion, variables }} />
      }
    </Answer>
  );
}

interface DrawnProps {
  readonly s: ChainState;
  readonly chain: NonNullable<ChainQuery["chain"]>;
  readonly question: { readonly operation: { readonly text: string }; readonly variables: unknown };
}

function Drawn({ s, chain, question }: DrawnProps) {
  const expanded = useAsk(Expand, expansion(s));
  const known = useMemo(() => knownOf(s, chain, expanded.data), [s.open, s.dir, s.pin, chain, expanded.data]);
  const shown = useMemo(() => picture(known, s), [known, s.hide, s.shut, s.pin]);
  const frame = useRef<HTMLDivElement>(null);
  const svg = (): SVGSVGElement | null => frame.current?.querySelector("svg") ?? null;
  const start = chain.steps[0]?.node;
  const opened = useRef(false);
  const printed = usePrinted();
  // An address with unfoldings opens whole; later ones are drawn when they come, beside what is there.
  opened.current ||= !expanded.waiting;
  if (start === undefined) return <Unknown name={s.id} whole />;
  if (!opened.current) return <Waiting whole />;
  const name = `chain-${start.id}`;
  const choose = (id: string): void => go({ ...s, at: s.at === id ? "" : id });
  const unfold = (id: string, direction: "OUT" | "IN"): void =>
    go({ ...s, open: toggled(s.open, formatUnfolding({ id, direction, kind: "" })), shut: s.shut.filter((i) => i !== id), at: id });
  const embed = `<iframe src="${location.origin}${format({ ...s, view: "chainEmbed" } as StateOf<"chainEmbed">)}" width="800" height="600" title="Chain of ${start.id}"></iframe>`;
  return (
    <article class="chain">
      {s.view === "chain" && (
        <>
          <Head of={start} view="chain" />
          <Choices s={s} />
          <Tools
            name={name}
            question={question}
            rows={() => tieRows(shown)}
            more={[
              ["SVG", () => saveSvg(svg(), name)],
              ["PNG", () => savePng(svg(), name)],
              ["GEXF", () => saveGexf(shown, name)],
              ["Copy embed", () => void copy(embed, "The code for your page")],
            ]}
          />
        </>
      )}
      {shown.spots.length === 1 && (
        <p class="hint">
          {s.dir === "OUT" ? "No citation of its own is known here" : "No text here cites it"}. The badges beside the box lead on the other
          way.
        </p>
      )}
      <div class="with-panel">
        <div ref={frame}>
          {s.as === "drawing" ? (
            <>
              <Drawing
                of={shown}
                start={[start.id]}
                at={s.at}
                label={`Chain of ${start.id}, ${shown.spots.length} texts`}
                choose={choose}
                unfold={unfold}
              />
              <Legend />
            </>
          ) : (
            <PictureList of={shown} choose={choose} />
          )}
          {printed && s.as === "drawing" && <PictureList of={shown} choose={choose} />}
          <Note s={s} shown={shown.spots.length} links={shown.ties.length} truncated={chain.truncated} />
        </div>
        {s.at !== "" && <Panel s={s} of={shown} start={start.id} />}
      </div>
    </article>
  );
}

/** Whether the page is being printed: a long chain is too small to read on paper, so its list goes with it. */
function usePrinted(): boolean {
  const [printed, print] = useState(false);
  useEffect(() => {
    const [begin, end] = [() => print(true), () => print(false)];
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printed;
}

function Note({
  s,
  shown,
  links,
  truncated,
}: {
  readonly s: ChainState;
  readonly shown: number;
  readonly links: number;
  readonly truncated: boolean;
}) {
  return (
    <p class="faint">
      {counted(shown, "text")}, {counted(links, "link")}.
      {truncated && " Only the most connected are drawn; the badges say how many more there are."}
      {s.hide.length + s.shut.length > 0 && (
        <>
          {" "}
          {number(s.hide.length)} hidden, {number(s.shut.length)} folded. <Go to={{ ...s, hide: [], shut: [] }}>Show all again</Go>
        </>
      )}
    </p>
  );
}

function Choices({ s }: { readonly s: StateOf<"chain"> }) {
  const fresh = { open: [], shut: [], hide: [], at: "" };
  return (
    <nav class="tabs small" aria-label="What is drawn">
      <Go to={{ ...s, ...fresh, dir: "OUT" }} current={s.dir === "OUT"}>
        What it rests on
      </Go>
      <Go to={{ ...s, ...fresh, dir: "IN" }} current={s.dir === "IN"}>
        What rests on it
      </Go>
      <span class="gap" />
      {[1, 2, 3, 4].map((depth) => (
        <Go key={depth} to={{ ...s, depth }} current={s.depth === depth} label={`${depth} ${depth === 1 ? "step" : "steps"}`}>
          {depth}
        </Go>
      ))}
      <span class="faint">{s.depth === 1 ? "step" : "steps"}</span>
      <span class="gap" />
      <Go to={{ ...s, as: "drawing" }} current={s.as === "drawing"}>
        Drawing
      </Go>
      <Go to={{ ...s, as: "list" }} current={s.as === "list"}>
        List
      </Go>
      <label>
        As of <input type="date" value={s.asof} onChange={(event) => go({ ...s, asof: event.currentTarget.value })} />
      </label>
    </nav>
  );
}
