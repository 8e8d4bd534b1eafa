import type { Act, BriefFragment, FindingKind, InstrumentKind } from "./api/generated";

/** What names an instrument. */
export type Brief = BriefFragment;

/** Names of organs that their ids do not tell. */
const bodies: Readonly<Record<string, string>> = {
  ecosoc: "Economic and Social Council",
  "environment-assembly": "UN Environment Assembly",
  "un-habitat-assembly": "UN-Habitat Assembly",
  "un-habitat-governing-council": "UN-Habitat Governing Council",
  "sub-commission-on-human-rights": "Sub-Commission on Human Rights",
  "world-conference-human-rights": "World Conference on Human Rights",
};

const acronyms = new Set(
  "cbd cescr ced cedaw cerd cmw cop cosp crc crpd eca ece eclac escap escwa ilo npt un uncac unccd unctad undp unep unesco unfccc unicef untoc who".split(
    " ",
  ),
);
const small = new Set(["and", "for", "of", "on", "the"]);

/** The name of an organ: "World Health Assembly", "UNCCD COP"; "Others" for what has none. */
export function bodyWords(body: string | null | undefined): string {
  if (body === null || body === undefined || body === "") return "Others";
  const word = (w: string): string => (acronyms.has(w) ? w.toUpperCase() : small.has(w) ? w : sentence(w));
  return bodies[body] ?? body.split("-").map(word).join(" ");
}

const shortBodies: Readonly<Record<string, string>> = {
  "human-rights-council": "HRC",
  "general-assembly": "GA",
  "security-council": "SC",
  ecosoc: "ECOSOC",
  "commission-on-human-rights": "CHR",
};

/** The organ in as few letters as people use, for tables and lanes. */
export const bodyShort = (body: string | null | undefined): string => shortBodies[body ?? ""] ?? bodyWords(body);

/** "TAKES_NOTE" as "takes note"; null as "". */
export const actWords = (act: Act | string | null | undefined): string => (act ?? "").toLowerCase().replaceAll("_", " ");

/** "PRESIDENTIAL_STATEMENT" as "presidential statement", in the plural for several. */
export function kindWords(kind: InstrumentKind | string, count = 1): string {
  const word = kind.toLowerCase().replaceAll("_", " ");
  if (count === 1 || word.endsWith("s")) return word;
  return word.endsWith("y") ? `${word.slice(0, -1)}ies` : `${word}s`;
}

const findings: Readonly<Record<FindingKind, string>> = {
  DATE_CONTRADICTS: "A date does not fit",
  IMPOSSIBLE_NUMBER: "This number cannot exist",
  LINK_DISAGREES: "The source links something else",
  QUOTE_ALTERED: "The quotation differs from the text",
  QUOTE_NOT_FOUND: "The quotation is not in the text",
  FACT_CONTRADICTS: "The cited text says otherwise",
};

/** A kind of finding in words. */
export const findingWords = (kind: FindingKind): string => findings[kind];

/** A capital at the start. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A whole number, 41877 as "41,877". By hand: the browser takes 15 ms to make its first formatter, a tenth of what a page may take. */
export const number = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** "1 citation", "2 citations", "41,877 citations". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

/** A share in whole per cents, never 100 for less than all nor 0 for more than nothing. */
export const percent = (share: number): string =>
  share > 0 && share < 0.005 ? "under 1 %" : `${share >= 1 ? 100 : Math.min(99, Math.round(share * 100))} %`;

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "2023-07-14" as "14 July 2023"; null as "". */
export function dateWords(date: string | null | undefined): string {
  const [year, month, day] = (date ?? "").split("-").map(Number);
  if (year === undefined || month === undefined || day === undefined) return date ?? "";
  return `${day} ${months[month - 1] ?? ""} ${year}`;
}

/** What a finding on a citation says beyond its kind: names and days as people write them. */
export const detailWords = (detail: string, target: Pick<Brief, "id" | "symbol" | "kind" | "title">): string =>
  sentence(
    (detail.startsWith(`${target.id} `) ? short(target) + detail.slice(target.id.length) : detail)
      .replace(/^the quotation differs from the cited text: /, "")
      .replace(/\b\d{4}-\d\d-\d\d\b/g, dateWords),
  );

/** The year of a date; null where it is not known. */
export const yearOf = (date: string | null | undefined): number | null => (date ? Number(date.slice(0, 4)) : null);

/** How people say a symbol: "A/HRC/RES/53/29" as "HRC 53/29"; null where they say the symbol. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/^A\/HRC\/RES\/(.+)$/, "HRC "],
  [/^A\/HRC\/DEC\/(.+)$/, "HRC decision "],
  [/^A\/RES\/(.+)$/, "GA "],
  [/^A\/DEC\/(.+)$/, "GA decision "],
  [/^S\/RES\/(.+)$/, "SC "],
  [/^S\/PRST\/(.+)$/, "SC statement "],
  [/^E\/RES\/(.+)$/, "ECOSOC "],
  [/^E\/DEC\/(.+)$/, "ECOSOC decision "],
  [/^E\/CN\.4\/RES\/(.+)$/, "CHR "],
];

const numbered: readonly string[] = ["RESOLUTION", "DECISION", "PRESIDENTIAL_STATEMENT"];

/** An instrument in a few words: its spoken symbol, or its title where it is known by that. */
export function short(i: Pick<Brief, "id" | "symbol" | "kind" | "title">): string {
  const symbol = i.symbol ?? (i.id.includes("/") ? i.id : null);
  const byTitle = i.title !== null && (symbol === null || (!numbered.includes(i.kind) && !i.id.includes("/")));
  if (byTitle && i.title !== null) return i.title;
  if (symbol === null) return sentence(i.id.replaceAll("-", " "));
  for (const [pattern, organ] of spoken) {
    const rest = pattern.exec(symbol)?.[1];
    if (rest !== undefined) return organ + rest.replace(/\(/, " (").replace(/\)(?=[A-Z])/, ") ");
  }
  return symbol;
}

/**
 * Whether “recital load” can ask the United Nations for it: a document symbol begins with its organ in capitals and has a number behind a
 * slash. “1/CP.21” and “27(I)” are names of texts that stand in documents with other symbols.
 */
export const isLoadable = (symbol: string): boolean => /^[A-Z][A-Z.\d]*\/(?=\S*\d)\S+$/.test(symbol);

/** An id in a few words, where nothing more is known of what it names. */
export const shortId = (id: string): string => (id.includes("/") ? short({ id, symbol: id, kind: "RESOLUTION", title: null }) : id);

/** The title, where it says more than short does. Known from citations alone it begins in lower case there. */
export const longer = (i: Pick<Brief, "id" | "symbol" | "kind" | "title">): string =>
  i.title !== null && short(i) !== i.title ? sentence(i.title) : "";

/** A text cut at a blank near the limit, with an ellipsis. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.lastIndexOf(" ", limit - 1);
  return `${text.slice(0, cut > limit / 2 ? cut : limit - 1).trimEnd()}…`;
}

/** A text before some words, cut at a blank so that about limit letters are left, with an ellipsis where it is cut. */
export function tail(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.indexOf(" ", text.length - limit);
  return `… ${text.slice(cut < 0 ? text.length - limit : cut + 1)}`;
}

/** The instrument's id in the id of one of its paragraphs, and the place. */
export function placeIn(id: string): readonly [instrument: string, place: string] {
  const hash = id.indexOf("#");
  return hash < 0 ? [id, ""] : [id.slice(0, hash), id.slice(hash + 1).replace(/!.*/, "")];
}

const parts: Readonly<Record<string, string>> = { PP: "Preamble", OP: "Operative part", ANNEX: "Annex", NOTE: "Notes", HEAD: "Heading" };

/** A division of a text in words; a text that is no resolution has paragraphs alone, "P1". */
export const partWords = (part: string, place: string): string => (/^P\d/.test(place) ? "Text" : (parts[part] ?? part));

/** What an act is good for, for drawing: families share a colour and a stroke. */
export type Family = "rests" | "takes" | "asks" | "decides" | "doubts" | "other";

const families: Readonly<Record<Exclude<Family, "other">, string>> = {
  rests: "RECALLS REAFFIRMS IS_GUIDED_BY BEARS_IN_MIND REITERATES AFFIRMS CONSIDERS IS_CONVINCED",
  takes: "WELCOMES TAKES_NOTE NOTES ACKNOWLEDGES RECOGNIZES COMMENDS EXPRESSES_APPRECIATION EXPRESSES_GRATITUDE OBSERVES SUPPORTS",
  asks: "REQUESTS CALLS_UPON URGES INVITES ENCOURAGES RECOMMENDS APPEALS DEMANDS EMPHASIZES STRESSES UNDERLINES",
  decides: "DECIDES ADOPTS ENDORSES EXTENDS ESTABLISHES APPROVES AUTHORIZES DECLARES DETERMINES PROCLAIMS RESOLVES REMAINS_SEIZED",
  doubts: "EXPRESSES_CONCERN CONDEMNS DEPLORES REGRETS REJECTS",
};

/** The family of an act. */
export function familyOf(act: Act | null | undefined): Family {
  const found = Object.entries(families).find(([, acts]) => acts.split(" ").includes(act ?? ""));
  return (found?.[0] as Family | undefined) ?? "other";
}

/** Each family in words, for legends. */
export const familyWords: Readonly<Record<Family, string>> = {
  rests: "recalls, reaffirms",
  takes: "welcomes, takes note",
  asks: "requests, urges",
  decides: "decides, endorses",
  doubts: "regrets, condemns",
  other: "other",
};
