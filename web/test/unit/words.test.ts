import { expect, test } from "vitest";
import {
  bodyWords,
  clip,
  counted,
  dateWords,
  detailWords,
  familyOf,
  isLoadable,
  kindWords,
  percent,
  placeIn,
  short,
} from "../../src/words";

test.each([
  ["A/HRC/RES/53/29", "RESOLUTION", "HRC 53/29"],
  ["A/RES/217(III)A", "RESOLUTION", "GA 217 (III) A"],
  ["A/RES/2200(XXI)A", "RESOLUTION", "GA 2200 (XXI) A"],
  ["S/RES/1325(2000)", "RESOLUTION", "SC 1325 (2000)"],
  ["A/DEC/74/556", "DECISION", "GA decision 74/556"],
  ["A/77/53/Add.1", "DOCUMENT", "A/77/53/Add.1"],
  ["right-to-development", "DECLARATION", "Right to development"],
] as const)("%s is said as people say it", (id, kind, want) => {
  expect(short({ id, kind, symbol: id.includes("/") ? id : null, title: null })).toBe(want);
});

test("what is known by its name is called by it, with or without a symbol", () => {
  expect(short({ id: "agenda-2030", symbol: "A/RES/70/1", kind: "AGENDA", title: "2030 Agenda" })).toBe("2030 Agenda");
  expect(short({ id: "A/HRC/RES/53/29", symbol: "A/HRC/RES/53/29", kind: "RESOLUTION", title: "New technologies" })).toBe("HRC 53/29");
});

test.each([
  ["A/HRC/RES/53/29", true],
  ["S/RES/1325(2000)", true],
  ["UNEP/EA.1/Res.5", true],
  ["1/CP.21", false],
  ["27(I)", false],
  ["2005/20", false],
])("whether the United Nations have a document %s", (symbol, want) => {
  expect(isLoadable(symbol)).toBe(want);
});

test("numbers, dates and names", () => {
  expect(counted(1, "citation")).toBe("1 citation");
  expect(counted(41877, "citation")).toBe("41,877 citations");
  expect(dateWords("2023-07-14")).toBe("14 July 2023");
  expect(dateWords(null)).toBe("");
  const target = { id: "udhr", symbol: null, kind: "DECLARATION", title: "Universal Declaration" } as const;
  expect(detailWords("x is dated 2011-07-06 here", target)).toBe("X is dated 6 July 2011 here");
  expect(detailWords("udhr was adopted on 1948-12-10, after this text", target)).toBe(
    "Universal Declaration was adopted on 10 December 1948, after this text",
  );
  expect(detailWords("the quotation differs from the cited text: “a” for “b”", target)).toBe("“a” for “b”");
  expect(percent(0.996)).toBe("99 %");
  expect(percent(1)).toBe("100 %");
  expect(percent(0.0025)).toBe("under 1 %");
  expect(percent(0)).toBe("0 %");
  expect(kindWords("TREATY", 2)).toBe("treaties");
  expect(kindWords("PRINCIPLES", 2)).toBe("principles");
  expect(bodyWords("world-health-assembly")).toBe("World Health Assembly");
  expect(bodyWords("commission-on-the-status-of-women")).toBe("Commission on the Status of Women");
  expect(bodyWords("unfccc-cop")).toBe("UNFCCC COP");
  expect(bodyWords(null)).toBe("Others");
  expect(familyOf("TAKES_NOTE")).toBe("takes");
  expect(familyOf(null)).toBe("other");
  expect(placeIn("A/HRC/RES/53/29#OP5(a)!mandate-1")).toEqual(["A/HRC/RES/53/29", "OP5(a)"]);
});

test("clip cuts at a blank and never beyond the limit", () => {
  expect(clip("International Covenant on Civil and Political Rights", 28)).toBe("International Covenant on…");
  expect(clip("x".repeat(50), 10)).toHaveLength(10);
  expect(clip("short", 10)).toBe("short");
});
