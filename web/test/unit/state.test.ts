import { expect, test } from "vitest";
import { at, format, parse, type State } from "../../src/state";

const states: [string, State][] = [
  ["/", at("start")],
  ["/search?q=right+to+privacy&kind=Right", at("search", "", { q: "right to privacy", kind: ["Right"] })],
  ["/i/A/HRC/RES/53/29?p=OP5(a)", at("reader", "A/HRC/RES/53/29", { p: "OP5(a)" })],
  ["/i/A/RES/217(III)A", at("reader", "A/RES/217(III)A")],
  ["/cited-by/iccpr?sort=act&act=recalls&act=takes-note", at("citedBy", "iccpr", { sort: "act", act: ["recalls", "takes-note"] })],
  [
    "/chain/A/HRC/RES/53/29?dir=IN&depth=2&open=o:A/HRC/RES/47/23",
    at("chain", "A/HRC/RES/53/29", { dir: "IN", depth: 2, open: ["o:A/HRC/RES/47/23"] }),
  ],
  ["/path?from=A/HRC/RES/53/29&to=iccpr", at("path", "", { from: "A/HRC/RES/53/29", to: "iccpr" })],
  ["/common?of=a/1&of=b/2&depth=2", at("common", "", { of: ["a/1", "b/2"], depth: 2 })],
];

test.each(states)("%s is read and written", (address, state) => {
  expect(parse(address)).toEqual(state);
  expect(format(state)).toBe(address);
});

test("what cannot be read falls back, and never throws", () => {
  for (const lost of ["/nowhere", "/i/", "/i/%E0%A4%A"]) {
    expect(parse(lost)).toEqual(at("start", lost));
    expect(format(parse(lost))).toBe("/");
  }
  expect(parse("/chain/x?depth=99&dir=UP&k=x")).toEqual(at("chain", "x"));
});

test("any text survives in any text field", () => {
  for (const odd of ["a&b=c", "é ü 中", "100% sure?", "#PP6", "a+b c", '"><script>', "%2F", "\\"]) {
    const search = at("search", "", { q: odd, body: [odd, "x"] });
    expect(parse(format(search))).toEqual(search);
    const reader = at("reader", `A/${odd}`, { p: odd });
    expect(parse(format(reader))).toEqual(reader);
  }
});
