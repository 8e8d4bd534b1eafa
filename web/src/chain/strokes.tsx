import type { Signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { type Family, familyOf, familyWords } from "../words";
import { type Curve, curve, distance, line, type Point, pathOf, paths } from "./curve";
import type { Placed } from "./layout";
import type { Tie } from "./picture";

const families = Object.keys(familyWords) as readonly Family[];

/** A link and the curve that draws it. */
export interface Stroke {
  readonly tie: Tie;
  readonly curve: Curve;
}

/** The links of which both ends are drawn. */
export const strokesOf = (ties: readonly Tie[], places: ReadonlyMap<string, Placed>): readonly Stroke[] =>
  ties.flatMap((tie) => {
    const [from, to] = [places.get(tie.from), places.get(tie.to)];
    return from === undefined || to === undefined ? [] : [{ tie, curve: curve(from, to) }];
  });

/** Links by family: those of a family share their stroke, and a thousand links are some hundred paths. */
export function Strokes({ of, name }: { readonly of: readonly Stroke[]; readonly name: string }) {
  const drawn = useMemo(
    () => families.map((family) => [family, paths(of.filter((s) => familyOf(s.tie.act) === family).map((s) => s.curve))] as const),
    [of],
  );
  return (
    <g class={name}>
      {drawn.map(([family, all]) => (
        <g key={family} class={`tie ${family}`}>
          {all.map((d, i) => (
            <path key={i} d={d} />
          ))}
        </g>
      ))}
    </g>
  );
}

/** The link under the pointer, over all others: on a layer of its own, so that pointing draws nothing else anew. */
export function Pointed({ of, width, height }: { readonly of: Signal<Stroke | null>; readonly width: number; readonly height: number }) {
  const stroke = of.value;
  if (stroke === null) return null;
  return (
    <svg class="pointed" width={width} height={height} aria-hidden="true">
      <g class={`tie ${familyOf(stroke.tie.act)}`}>
        <path d={pathOf(stroke.curve)} />
      </g>
    </svg>
  );
}

interface Traced {
  readonly stroke: Stroke;
  readonly points: readonly Point[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function trace(stroke: Stroke): Traced {
  const points = line(stroke.curve);
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  return { stroke, points, left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** The stroke nearest to a point, within a distance; null where there is none. The first search makes each stroke a line. */
export function finder(strokes: readonly Stroke[]): (point: Point, within: number) => Stroke | null {
  let traced: readonly Traced[] | null = null;
  return ([x, y], within) => {
    traced ??= strokes.map(trace);
    let nearest: Stroke | null = null;
    let least = within;
    for (const { stroke, points, left, right, top, bottom } of traced) {
      if (x < left - least || x > right + least || y < top - least || y > bottom + least) continue;
      const far = distance([x, y], points);
      if (far < least) [nearest, least] = [stroke, far];
    }
    return nearest;
  };
}
