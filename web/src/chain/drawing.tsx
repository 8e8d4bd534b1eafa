import { type Signal, useSignal } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { InSentence } from "../part/evidence";
import { actWords, clip, short, yearOf } from "../words";
import { Box } from "./box";
import { Grid, Names } from "./grid";
import { layout, type Placed, size } from "./layout";
import { more, type Picture } from "./picture";
import { finder, Pointed, type Stroke, Strokes, strokesOf } from "./strokes";
import { moving } from "./zoom";

/** Letters of a label: as many as its widest box holds. */
const letters = Math.floor((size.most - size.pad) / size.letter);
/** Pixels of the page from which a line is pointed at. */
const reach = 8;

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

/** Where everything of a picture stands. */
function useGeometry(of: Picture) {
  return useMemo(() => {
    const drawn = layout(
      of.spots.map((s) => ({
        id: s.brief.id,
        label: clip(short(s.brief), letters),
        year: yearOf(s.brief.date),
        lane: s.brief.body ?? "",
      })),
    );
    const places = new Map(drawn.items.map((p) => [p.id, p]));
    const strokes = strokesOf(of.ties, places);
    return { drawn, places, strokes, find: finder(strokes) };
  }, [of]);
}

/** A picture: the years from left to right, a lane for each organ, what cites to the right of what is cited. */
export function Drawing({ of, start, at, label, choose, unfold }: DrawingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const moved = useRef<HTMLDivElement>(null);
  const lanes = useRef<HTMLDivElement>(null);
  const years = useRef<HTMLDivElement>(null);
  const { drawn, places, strokes, find } = useGeometry(of);
  const near = useMemo(() => strokes.filter(({ tie }) => tie.from === at || tie.to === at), [strokes, at]);
  const pointed = useSignal<Stroke | null>(null);
  const move = useRef<ReturnType<typeof moving> | null>(null);
  useLayoutEffect(() => {
    if (frame.current === null || moved.current === null || lanes.current === null || years.current === null) return;
    pointed.value = null;
    move.current = moving(
      { frame: frame.current, moved: moved.current, lanes: lanes.current, years: years.current },
      {
        width: drawn.width,
        height: drawn.height,
        start: places.get(start[0] ?? "")?.x ?? drawn.width,
        // What was pointed at last stays said, so that its words can be read and copied.
        point: (point, scale) => {
          pointed.value = find(point, reach / scale) ?? pointed.value;
        },
      },
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
    moved.current?.querySelector<SVGGElement>(`[data-id="${CSS.escape(to.id)}"]`)?.focus({ preventScroll: true });
  };
  return (
    <div class="drawing">
      <div class="frame" ref={frame} onKeyDown={onKeyDown}>
        <div class="moved" ref={moved}>
          <svg width={drawn.width} height={drawn.height} viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="group" aria-label={label}>
            <Grid of={drawn} />
            <Strokes of={strokes} name={near.length > 0 ? "far" : ""} />
            <Strokes of={near} name="near" />
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
          <Pointed of={pointed} width={drawn.width} height={drawn.height} />
        </div>
        <Names of={drawn} lanes={lanes} years={years} />
      </div>
      <Said of={pointed} name={(id) => places.get(id)?.label ?? id} />
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

/** What the link under the pointer says. The list and the panel say the same to those who do not point. */
function Said({ of, name }: { readonly of: Signal<Stroke | null>; readonly name: (id: string) => string }) {
  const tie = of.value?.tie;
  return (
    <p class="said faint" aria-hidden="true">
      {tie === undefined ? (
        "Point at a line, or tap it, to read its words. Drag to move."
      ) : (
        <>
          {name(tie.from)}, {tie.place}, {actWords(tie.act) || "cites"} {name(tie.to)}:{" "}
          <InSentence before={tie.before} words={tie.quote} after={tie.after} />
        </>
      )}
    </p>
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
