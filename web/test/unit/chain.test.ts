import { expect, test } from "vitest";
import type { HopFragment } from "../../src/api/generated";
import { curve, distance, line, pathOf, pieceLength, pieces } from "../../src/chain/curve";
import { type Item, layout, size } from "../../src/chain/layout";
import { chosen, formatUnfolding, type Known, more, parseUnfolding, picture, tieOf } from "../../src/chain/picture";
import { finder } from "../../src/chain/strokes";
import type { Brief } from "../../src/words";

const item = (id: string, year: number | null, lane = "GA"): Item => ({ id, label: id, year, lane });

const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  [...list]
    .map((v, i) => [Math.sin(seed * 99 + i * 7), v] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, v]) => v);

const many: Item[] = Array.from({ length: 60 }, (_, i) =>
  item(`n${i}`, i % 7 === 0 ? null : 1946 + ((i * 13) % 77), ["GA", "HRC", "", "SC"][i % 4]),
);

test("the same items in any order give the same layout", () => {
  const want = layout(many);
  for (const seed of [1, 2, 3]) expect(layout(shuffled(many, seed))).toEqual(want);
});

test("boxes never overlap and stay inside", () => {
  const { items, width, height } = layout(many);
  expect(items).toHaveLength(many.length);
  for (const [i, a] of items.entries()) {
    expect(a.x >= 0 && a.x + a.width <= width && a.y + size.box / 2 <= height).toBe(true);
    for (const b of items.slice(i + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || Math.abs(a.y - b.y) >= size.box;
      expect(apart, `${a.id} and ${b.id}`).toBe(true);
    }
  }
});

test("an earlier year is always further left", () => {
  const { items } = layout(many);
  for (const a of items) for (const b of items) if (a.year !== null && b.year !== null && a.year < b.year) expect(a.x).toBeLessThan(b.x);
});

test("one text a year of one organ: each stands higher or lower than the last, and all not in two lines", () => {
  const { items } = layout(Array.from({ length: 20 }, (_, i) => item(`n${i}`, 1950 + i, "GA")));
  const heights = items.map((i) => i.y);
  for (const [i, y] of heights.slice(1).entries()) expect(Math.abs(y - (heights[i] ?? 0))).toBeGreaterThanOrEqual(size.row / 2);
  expect(new Set(heights).size).toBeGreaterThanOrEqual(6);
});

test("nothing is a drawing too, and a curve has numbers only", () => {
  expect(layout([]).items).toEqual([]);
  const { items } = layout([item("a", 2000), item("b", 2000), item("c", 2001)]);
  for (const a of items) for (const b of items) expect(pathOf(curve(a, b))).not.toMatch(/NaN|undefined/);
});

const brief = (id: string, citedByCount = 0, citesCount = 0): Brief => ({
  id,
  symbol: id,
  kind: "RESOLUTION",
  title: null,
  date: null,
  body: null,
  held: true,
  citedByCount,
  citesCount,
});
const hop = (from: string, to: string): HopFragment => ({
  source: { id: from },
  target: { id: to },
  count: 1,
  act: "RECALLS",
  acts: ["RECALLS"],
  paragraph: null,
  evidence: null,
});

const known: Known = {
  start: "s",
  direction: "OUT",
  briefs: ["s", "a", "b", "c"].map((id) => brief(id, 3, 2)),
  hops: [hop("s", "a"), hop("a", "c"), hop("s", "b"), hop("b", "c")],
  extra: [],
  unfolded: [{ unfolding: { direction: "IN", kind: "", id: "c" }, far: [{ hop: hop("x", "c"), far: brief("x") }] }],
};
const none = { hide: [], shut: [], pin: [] };
const ids = (choices: Partial<typeof none>): string =>
  picture(known, { ...none, ...choices })
    .spots.map((s) => s.brief.id)
    .join("");

test("hidden and shut nodes take along what only they lead to; pinned ones stay", () => {
  expect(ids({})).toBe("abcsx");
  expect(picture(known, { ...none, hide: ["a"] as never[] }).spots.map((s) => s.brief.id)).toEqual(["b", "c", "s", "x"]);
  expect(picture(known, { ...none, shut: ["a", "b"] as never[] }).spots.map((s) => s.brief.id)).toEqual(["a", "b", "s"]);
  expect(picture(known, { hide: [], shut: ["a", "b"], pin: ["x"] }).spots.map((s) => s.brief.id)).toEqual(["a", "b", "s", "x"]);
  expect(picture(known, { hide: ["c"], shut: [], pin: [] }).ties.map((t) => t.from + t.to)).toEqual(["sa", "sb"]);
});

test("badges count what is not drawn", () => {
  const p = picture(known, none);
  const c = p.spots.find((s) => s.brief.id === "c");
  expect(c && more(c, p.ties)).toEqual({ out: 2, in: 0 });
});

test("an unfolding is capped, the most cited first", () => {
  const far = Array.from({ length: 40 }, (_, i) => ({ hop: hop(`f${i}`, "c"), far: brief(`f${i}`, i) }));
  const got = chosen({ direction: "IN", kind: "", id: "c" }, far);
  expect(got).toHaveLength(25);
  expect(got[0]?.far.id).toBe("f39");
  expect(chosen({ direction: "IN", kind: "TREATY", id: "c" }, far)).toEqual([]);
});

test("unfoldings are written and read", () => {
  for (const text of ["o:A/HRC/RES/47/23", "i.RESOLUTION:iccpr"]) {
    const u = parseUnfolding(text);
    expect(u && formatUnfolding(u)).toBe(text);
  }
  expect(parseUnfolding("x:y")).toBeNull();
});

const placed = (x: number, y: number) => ({ id: `${x} ${y}`, label: "", year: null, lane: "", x, y, width: 80 });
const curves = [
  curve(placed(3000, 40), placed(100, 900)),
  curve(placed(0, 0), placed(200, 0)),
  curve(placed(50, 30), placed(50, 700)),
  curve(placed(10, 10), placed(10, 10)),
];

test("the pieces of a curve are the curve, and of the length at which dashes meet", () => {
  for (const whole of curves) {
    const cut = pieces(whole);
    expect(cut[0]?.[0]).toEqual(whole[0]);
    expect(cut.at(-1)?.[3]).toEqual(whole[3]);
    for (const [i, piece] of cut.entries()) {
      const points = line(piece);
      for (const point of points) expect(distance(point, line(whole))).toBeLessThan(2);
      const length = points.slice(1).reduce((sum, [x, y], j) => sum + Math.hypot(x - (points[j]?.[0] ?? x), y - (points[j]?.[1] ?? y)), 0);
      expect(length).toBeLessThan(pieceLength + 4);
      if (i + 1 < cut.length) {
        expect(length).toBeGreaterThan(pieceLength - 4);
        expect(cut[i + 1]?.[0]).toEqual(piece[3]);
      }
    }
  }
});

test("the line nearest to the pointer is found, and none where none is near", () => {
  const tie = (to: string) => tieOf({ ...hop("a", to) });
  const strokes = curves.slice(0, 2).map((c, i) => ({ tie: tie(`${i}`), curve: c }));
  const find = finder(strokes);
  expect(find([140, 3], 8)?.tie.to).toBe("1");
  expect(find([2990, 41], 8)?.tie.to).toBe("0");
  expect(find([140, 30], 8)).toBeNull();
});
