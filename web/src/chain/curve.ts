import { type Placed, size } from "./layout";

/** A place in a drawing, in pixels at scale 1. */
export type Point = readonly [x: number, y: number];

/** A cubic curve: where it starts, its two handles, where it ends. */
export type Curve = readonly [Point, Point, Point, Point];

/** The curve of an edge from the box that cites to the box that is cited. */
export function curve(from: Placed, to: Placed): Curve {
  const backwards = from.x >= to.x + to.width;
  const forwards = to.x >= from.x + from.width;
  const [x1, x2] = backwards ? [from.x, to.x + to.width] : forwards ? [from.x + from.width, to.x] : [from.x + from.width, to.x + to.width];
  // One column: out and back on the right side, as far as the boxes are apart.
  const bend = backwards || forwards ? (x2 - x1) / 2 : 0;
  const out = backwards || forwards ? 0 : Math.min(size.between, 18 + Math.abs(to.y - from.y) / 6);
  return [
    [x1, from.y],
    [x1 + bend + out, from.y],
    [x2 - bend + out, to.y],
    [x2, to.y],
  ];
}

/** Straight stretches by which a curve's length is measured, and the pointer's way to it: no eye sees the difference. */
const stretches = 24;

const along = (c: Curve, t: number, axis: 0 | 1): number => {
  const u = 1 - t;
  return u * u * u * c[0][axis] + 3 * u * u * t * c[1][axis] + 3 * u * t * t * c[2][axis] + t * t * t * c[3][axis];
};

const slope = (c: Curve, t: number, axis: 0 | 1): number => {
  const u = 1 - t;
  return 3 * (u * u * (c[1][axis] - c[0][axis]) + 2 * u * t * (c[2][axis] - c[1][axis]) + t * t * (c[3][axis] - c[2][axis]));
};

const at = (c: Curve, t: number): Point => [along(c, t, 0), along(c, t, 1)];

/** The curve between two of its places. */
function between(c: Curve, from: number, to: number): Curve {
  const third = (to - from) / 3;
  const [start, end] = [at(c, from), at(c, to)];
  return [
    start,
    [start[0] + third * slope(c, from, 0), start[1] + third * slope(c, from, 1)],
    [end[0] - third * slope(c, to, 0), end[1] - third * slope(c, to, 1)],
    end,
  ];
}

/** The curve as a line of short straight stretches. */
export const line = (c: Curve): readonly Point[] => Array.from({ length: stretches + 1 }, (_, i) => at(c, i / stretches));

/**
 * Length of the pieces into which strokes are cut, and side of the squares that gather them. A browser without a graphics
 * processor sets every dash of a stroke for each tile that the stroke's bounds touch: pieces of a tile's size spare it all
 * the dashes elsewhere. A multiple of the length of each pattern of dashes (see style.css), so that they go on from piece to piece.
 */
export const pieceLength = 240;

/** A curve in pieces of pieceLength, the last as long as it happens to be. */
export function pieces(c: Curve): readonly Curve[] {
  const points = line(c);
  const cuts = [0];
  let gone = 0;
  for (let i = 1; i < points.length; i++) {
    const [[x1, y1], [x2, y2]] = [points[i - 1] ?? c[0], points[i] ?? c[3]];
    const step = Math.hypot(x2 - x1, y2 - y1);
    // Several pieces may end on one stretch of a long curve.
    while (gone + step > cuts.length * pieceLength) cuts.push((i - 1 + (cuts.length * pieceLength - gone) / step) / stretches);
    gone += step;
  }
  return cuts.map((from, i) => between(c, from, cuts[i + 1] ?? 1));
}

const round = (n: number): number => Math.round(n * 10) / 10;
const pair = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

/** A curve as SVG has it. */
export const pathOf = (c: Curve): string => `M${pair(c[0])}C${pair(c[1])} ${pair(c[2])} ${pair(c[3])}`;

/** Paths that draw curves piece by piece, a path for each square of the drawing. */
export function paths(curves: readonly Curve[]): readonly string[] {
  const squares = new Map<string, string>();
  const square = (from: number, to: number): number => Math.floor((from + to) / 2 / pieceLength);
  for (const piece of curves.flatMap(pieces)) {
    const [[x1, y1], , , [x2, y2]] = piece;
    const key = `${square(x1, x2)} ${square(y1, y2)}`;
    squares.set(key, (squares.get(key) ?? "") + pathOf(piece));
  }
  return [...squares.values()];
}

/** How far a point is from a line. */
export function distance([x, y]: Point, points: readonly Point[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i++) {
    const [[x1, y1], [x2, y2]] = [points[i - 1] ?? [x, y], points[i] ?? [x, y]];
    const [dx, dy] = [x2 - x1, y2 - y1];
    const share = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
    least = Math.min(least, Math.hypot(x1 + share * dx - x, y1 + share * dy - y));
  }
  return least;
}
