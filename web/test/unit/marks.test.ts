import { expect, test } from "vitest";
import { type Mark, segments } from "../../src/marks";

const mark = (start: number, end: number, key: string): Mark => ({ start, end, key, kind: "cite", label: key });

test("overlapping marks are cut at every end", () => {
  const got = segments("abcdef", [mark(1, 4, "x"), mark(3, 6, "y")]).map((s) => [s.text, s.marks.map((m) => m.key).join("")]);
  expect(got).toEqual([
    ["a", ""],
    ["bc", "x"],
    ["d", "xy"],
    ["ef", "y"],
  ]);
});

test("marks outside the text, empty and reversed ones do no harm", () => {
  const text = "😀 resolution";
  const got = segments(text, [mark(-3, 2, "a"), mark(50, 60, "b"), mark(5, 5, "c"), mark(9, 4, "d")]);
  expect(got.map((s) => s.text).join("")).toBe(text);
  expect(got[0]).toMatchObject({ text: "😀", marks: [{ key: "a" }] });
});

test("a text without marks is one segment, an empty one none", () => {
  expect(segments("abc", [])).toEqual([{ text: "abc", marks: [] }]);
  expect(segments("", [])).toEqual([]);
});
