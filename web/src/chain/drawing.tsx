import { type Signal, useSignal } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { InSentence } from "../part/evidence";
import { actWords, bodyWords, clip, familyOf, short, yearOf } from "../words";
import { Box } from "./box";
import { curve, layout, type Placed, size } from "./layout";
import { more, type Picture, type Tie } from "./picture";
import { moving } from "./zoom";

/** Letters of a label: as many as its widest box holds. */
const letters = Math.floor((size.most - size.pad) / size.letter);

interface DrawingProps {
  readonly of: Picture;
  readonly start: readonly string[];
  readonly at: string;
  readonly label: string;
  /** A box was chosen. */
  readonly choose: (id: string) => void;
  /** A badge was chosen; without it there are none. */
  readonly unfold?: ((id: string, direction: "OUT" | "IN") => void) | undefined;
}

/** A picture: the years from left to right, a lane for each organ, what cites to the right of what is cited. */
export function Drawing({ of, start, at, label, choose, unfold }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const lanes = useRef<HTMLDivElement>(null);
  const years = useRef<HTMLDivElement>(null);
  const drawn = useMemo(
    () =>
      layout(
        of.spots.map((s) => ({
          id: s.brief.id,
          label: clip(short(s.brief), letters),
          year: yearOf(s.brief.date),
          lane: s.brief.body ?? "",
        })),
      ),
    [of],
  );
  const places = useMemo(() => new Map(drawn.items.map((p) => [p.id, p])), [drawn]);
  const hovered = useSignal<Tie | null>(null);
  const move = useRef<ReturnType<typeof moving> | null>(null);
  useLayoutEffect(() => {
    if (frame.current === null || svg.current === null || lanes.current === null || years.current === null) return;
    move.current = moving(
      { frame: frame.current, svg: svg.current, lanes: lanes.current, years: years.current },
      { width: drawn.width, height: drawn.height, start: places.get(start[0] ?? "")?.x ?? drawn.width },
    );
    return () => move.current?.stop();
  }, [drawn]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "+" || event.key === "=") return move.current?.larger();
    if (event.key === "-") return move.current?.smaller();
    if (event.key === "0") return move.current?.whole();
    const to = neighbour(drawn.items, (event.target as Element).getAttribute("data-id") ?? at, event.key);
    if (to === undefined) return;
    event.preventDefault();
    choose(to.id);
    svg.current?.querySelector<SVGGElement>(`[data-id="${CSS.escape(to.id)}"]`)?.focus({ preventScroll: true });
  };
  return (
    <div class="drawing">
      <div class="frame" ref={frame} onKeyDown={onKeyDown}>
        <svg
          ref={svg}
          width={drawn.width}
          height={drawn.height}
          viewBox={`0 0 ${drawn.width} ${drawn.height}`}
          role="group"
          aria-label={label}
        >
          <Grid of={drawn} />
          <g class="ties">
            {of.ties.map((t) => (
              <Edge key={`${t.from}>${t.to}`} of={t} places={places} at={at} hovered={hovered} />
            ))}
          </g>
          {of.spots.map((s) => {
            const place = places.get(s.brief.id);
            return place === undefined ? null : (
              <Box
                key={s.brief.id}
                of={s}
                place={place}
                start={start.includes(s.brief.id)}
                at={at}
                rest={more(s, of.ties)}
                choose={choose}
                unfold={unfold}
              />
            );
          })}
        </svg>
        <Names of={drawn} lanes={lanes} years={years} />
      </div>
      <Said of={hovered} />
      <div class="zoom" role="group" aria-label="Size of the drawing">
        <button type="button" onClick={() => move.current?.larger()} aria-label="Larger">
          +
        </button>
        <button type="button" onClick={() => move.current?.smaller()} aria-label="Smaller">
          −
        </button>
        <button type="button" onClick={() => move.current?.whole()}>
          All
        </button>
      </div>
    </div>
  );
}

const laneName = (name: string): string => (name === "" ? "Treaties and others" : bodyWords(name));

interface NamesProps {
  readonly of: ReturnType<typeof layout>;
  readonly lanes: { readonly current: HTMLDivElement | null };
  readonly years: { readonly current: HTMLDivElement | null };
}

/** Names of lanes and years that stay in view wherever the drawing is moved; the drawing's own are for files and print. */
function Names({ of, lanes, years }: NamesProps) {
  return (
    <div class="names" aria-hidden="true">
      <div class="lanes" ref={lanes}>
        {of.lanes.map((lane) => (
          <span key={lane.name} data-at={lane.y}>
            {laneName(lane.name)}
          </span>
        ))}
      </div>
      <div class="years">
        <div ref={years}>
          {of.ticks.map((tick) => (
            <span key={tick.year} data-at={tick.x}>
              {tick.gap ? "… " : ""}
              {tick.year ?? "no date"}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function Grid({ of }: { readonly of: ReturnType<typeof layout> }) {
  return (
    <g class="grid" aria-hidden="true">
      {of.lanes.map((lane) => (
        <g key={lane.name}>
          <line x1="0" x2={of.width} y1={lane.y} y2={lane.y} />
          <text x="8" y={lane.y + 14}>
            {laneName(lane.name)}
          </text>
        </g>
      ))}
      {of.ticks.map((tick) => (
        <text key={tick.year} class="year" x={tick.x} y="16">
          {tick.gap ? "… " : ""}
          {tick.year ?? "no date"}
        </text>
      ))}
    </g>
  );
}

interface EdgeProps {
  readonly of: Tie;
  readonly places: ReadonlyMap<string, Placed>;
  readonly at: string;
  readonly hovered: Signal<Tie | null>;
}

/** What the link under the pointer says. The list and the panel say the same to those who do not point. */
function Said({ of }: { readonly of: Signal<Tie | null> }) {
  const tie = of.value;
  return (
    <p class="said faint" aria-hidden="true">
      {tie === null ? (
        "Point at a line to read its words. Drag to move."
      ) : (
        <>
          {tie.from} {tie.place} {actWords(tie.act)} {tie.to}: <InSentence before={tie.before} words={tie.quote} after={tie.after} />
        </>
      )}
    </p>
  );
}

function Edge({ of, places, at, hovered }: EdgeProps) {
  const from = places.get(of.from);
  const to = places.get(of.to);
  if (from === undefined || to === undefined) return null;
  const near = at === of.from || at === of.to;
  const path = curve(from, to);
  return (
    <g
      class={`tie ${familyOf(of.act)}${near ? " near" : at === "" ? "" : " far"}`}
      onPointerEnter={() => {
        hovered.value = of;
      }}
    >
      <path d={path} />
      <path class="hit" d={path} />
    </g>
  );
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest box in the direction of an arrow key: aside counts thrice, so that rows and columns are kept. */
function neighbour(items: readonly Placed[], at: string, key: string): Placed | undefined {
  const way = ways[key];
  if (way === undefined) return undefined;
  const here = items.find((p) => p.id === at) ?? items[0];
  if (here === undefined) return undefined;
  const [dx, dy] = way;
  const far = (p: Placed): number => {
    const along = (p.x - here.x) * dx + (p.y - here.y) * dy;
    const aside = Math.abs((p.x - here.x) * dy) + Math.abs((p.y - here.y) * dx);
    return along <= 0 ? Number.POSITIVE_INFINITY : along + 3 * aside;
  };
  const nearest = [...items].sort((a, b) => far(a) - far(b))[0];
  return nearest !== undefined && far(nearest) < Number.POSITIVE_INFINITY ? nearest : undefined;
}
