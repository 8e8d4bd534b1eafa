/** What is placed: one instrument. */
export interface Item {
  readonly id: string;
  readonly label: string;
  /** null where the date is not known. */
  readonly year: number | null;
  /** The lane's name; "" for those without an organ. */
  readonly lane: string;
}

/** An item with the middle of its left edge, and its width. */
export interface Placed extends Item {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A horizontal band. */
export interface Lane {
  readonly name: string;
  readonly y: number;
  readonly height: number;
  /** How many boxes stand one under the other at most. */
  readonly rows: number;
}

/** Where a year stands, and whether years before it are left out. */
export interface Tick {
  readonly year: number | null;
  readonly x: number;
  readonly width: number;
  readonly gap: boolean;
}

/** A drawing's geometry, in pixels at scale 1. */
export interface Layout {
  readonly items: readonly Placed[];
  readonly lanes: readonly Lane[];
  readonly ticks: readonly Tick[];
  readonly width: number;
  readonly height: number;
}

/** Sizes of a drawing, in pixels at scale 1. */
export const size = {
  row: 34, // a label, its badge and air: 24 px is the least a finger or WCAG 2.5.8 allows
  box: 26, // height of a label's box
  letter: 7.4, // width of a letter at 13 px, wide fonts included
  capital: 2, // more for a capital
  pad: 22, // both sides of a label, with room for its mark
  most: 200, // the widest label; longer ones are clipped
  between: 74, // between columns: room for the curve of an edge and for the badges
  apart: 4, // more for each year left out ...
  apartMost: 60, // ... but not beyond this
  laneName: 26, // the band's heading, at the smallest size that a drawing opens in too
  laneEnd: 6,
  axis: 26,
  edge: 40, // left and right of all
} as const;

/** Rows of one year in one lane before a second column begins. */
const rowsMost = 8;

/**
 * Places items chronologically: a column for each year there is, from the earliest, those without a year first; a lane
 * for each organ, the fullest first. The same items in any order give the same layout.
 */
export function layout(items: readonly Item[]): Layout {
  const sorted = [...items].sort((a, b) => compare(a.label, b.label) || compare(a.id, b.id));
  const columns = columnsOf(sorted);
  const lanes = lanesOf(sorted);
  const placed: Placed[] = [];
  let x: number = size.edge;
  const ticks: Tick[] = [];
  let before: number | null = null;
  const taken = new Map<string, number>();
  for (const [year, column] of columns) {
    const gone = year !== null && before !== null ? year - before - 1 : 0;
    x += Math.min(size.apartMost, gone * size.apart);
    const width = place(column, lanes, { x, taken }, placed);
    ticks.push({ year, x, width, gap: gone > 0 });
    x += width + size.between;
    before = year;
  }
  const last = lanes.at(-1);
  return {
    items: placed,
    lanes,
    ticks,
    width: Math.max(x - size.between + size.edge, size.edge * 2),
    height: (last === undefined ? size.axis : last.y + last.height) + size.laneEnd,
  };
}

/** The width of a label's box. Capitals are the widest letters. */
export function widthOf(label: string): number {
  const capitals = label.replace(/[^A-Z]/g, "").length;
  return Math.min(size.most, Math.ceil(label.length * size.letter + capitals * size.capital) + size.pad);
}

/** A column stands at least half a row lower or higher than the one before: a line to a farther one passes between boxes, not behind them as if it ended there. */
const stagger = 0.5;

/** So many columns of a lane, one after the other, give it a row more than its fullest needs, to stand apart in; up to so many rows. */
const columnsARow = 4;
const rowsApart = 4;

/**
 * How much lower than the first a lane's n-th column stands, in rows, where so many rows are free: the places, half a row apart, are taken in turn
 * in steps that reach each of them before any comes again.
 */
function lowered(n: number, free: number): number {
  const places = 2 * free + 2;
  const step = places % 3 === 0 ? 5 : 3;
  return ((n * step) % places) * stagger;
}

interface From {
  readonly x: number;
  /** How many columns of each lane stand already. */
  readonly taken: Map<string, number>;
}

/** Puts a column's items into its lanes, in sub-columns of rowsMost; returns the column's width. */
function place(column: readonly Item[], lanes: readonly Lane[], from: From, placed: Placed[]): number {
  let widest = 0;
  for (const lane of lanes) {
    const stack = column.filter((item) => item.lane === lane.name);
    let left = from.x;
    for (let at = 0; at < stack.length; at += rowsMost) {
      const rows = stack.slice(at, at + rowsMost);
      const nth = from.taken.get(lane.name) ?? 0;
      const top = lane.y + size.laneName + (lowered(nth, lane.rows - rows.length) + 0.5) * size.row;
      rows.forEach((item, row) => {
        placed.push({ ...item, x: left, y: top + row * size.row, width: widthOf(item.label) });
      });
      from.taken.set(lane.name, nth + 1);
      left += Math.max(...rows.map((item) => widthOf(item.label))) + size.between;
    }
    widest = Math.max(widest, left - size.between - from.x);
  }
  return widest;
}

function columnsOf(items: readonly Item[]): readonly (readonly [number | null, readonly Item[]])[] {
  const years = [...new Set(items.map((item) => item.year))].sort(
    (a, b) => (a ?? Number.NEGATIVE_INFINITY) - (b ?? Number.NEGATIVE_INFINITY),
  );
  return years.map((year) => [year, items.filter((item) => item.year === year)] as const);
}

function lanesOf(items: readonly Item[]): readonly Lane[] {
  const names = [...new Set(items.map((item) => item.lane))];
  const count = (name: string): number => items.filter((item) => item.lane === name).length;
  // Those without an organ, treaties most of all, stand below the organs.
  names.sort((a, b) => Number(a === "") - Number(b === "") || count(b) - count(a) || compare(a, b));
  let y: number = size.axis;
  return names.map((name) => {
    const stacks = columnsOf(items.filter((item) => item.lane === name)).map(([, column]) => Math.min(rowsMost, column.length));
    const rows = Math.max(...stacks, Math.min(rowsApart, Math.ceil(stacks.length / columnsARow)));
    const lane = { name, y, rows, height: size.laneName + (rows + stagger) * size.row + size.laneEnd };
    y += lane.height;
    return lane;
  });
}

/** By code units: the same in every language of the browser. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
