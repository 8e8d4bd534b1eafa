import type { Act, Direction, HopFragment, InstrumentKind } from "../api/generated";
import type { Brief } from "../words";

/** An unfolding of one node: which way, which kind of far ends ("" for all), and of which node. */
export interface Unfolding {
  readonly direction: Direction;
  readonly kind: InstrumentKind | "";
  readonly id: string;
}

/** At most this many nodes come with one unfolding: more cannot be read at once. */
export const unfoldMost = 25;

const letters: Readonly<Record<Direction, string>> = { OUT: "o", IN: "i" };

/** Writes an unfolding as the address has it: "o:A/HRC/RES/47/23", "i.RESOLUTION:iccpr". */
export const formatUnfolding = (u: Unfolding): string => `${letters[u.direction]}${u.kind === "" ? "" : `.${u.kind}`}:${u.id}`;

/** Reads an unfolding; null where it is none. */
export function parseUnfolding(text: string): Unfolding | null {
  const match = /^([oi])(?:\.([A-Z_]+))?:(.+)$/.exec(text);
  if (match === null) return null;
  return { direction: match[1] === "o" ? "OUT" : "IN", kind: (match[2] ?? "") as InstrumentKind | "", id: match[3] ?? "" };
}

/** A link of a drawing: what cites, what is cited, how. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly act: Act | null;
  readonly count: number;
  readonly place: string;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** A node of a drawing. */
export interface Spot {
  readonly brief: Brief;
  readonly depth: number;
  readonly pinned: boolean;
}

/** What is drawn. */
export interface Picture {
  readonly spots: readonly Spot[];
  readonly ties: readonly Tie[];
}

/** A link with its far end, as an unfolding brings it. */
export interface Far {
  readonly hop: HopFragment;
  readonly far: Brief;
}

/** What the answers hold, before the reader's choices. */
export interface Known {
  readonly start: string;
  readonly direction: Direction;
  readonly briefs: readonly Brief[];
  readonly hops: readonly HopFragment[];
  /** Links that lead nowhere by themselves: they are drawn where both ends are. */
  readonly extra: readonly HopFragment[];
  readonly unfolded: readonly { readonly unfolding: Unfolding; readonly far: readonly Far[] }[];
}

/** The reader's choices. */
export interface Choices {
  readonly hide: readonly string[];
  readonly shut: readonly string[];
  readonly pin: readonly string[];
}

/** A link as it is drawn. */
export const tieOf = (hop: HopFragment): Tie => ({
  from: hop.source.id,
  to: hop.target.id,
  act: hop.act,
  count: hop.count,
  place: hop.paragraph?.place ?? "",
  quote: hop.evidence?.sentence?.words ?? hop.evidence?.quote ?? "",
  before: hop.evidence?.sentence?.before ?? "",
  after: hop.evidence?.sentence?.after ?? "",
});

/** The far ends that an unfolding adds: of its kind, the most cited first, unfoldMost at the most. */
export function chosen(unfolding: Unfolding, far: readonly Far[]): readonly Far[] {
  const fitting = far.filter((f) => unfolding.kind === "" || f.far.kind === unfolding.kind);
  const order = [...fitting].sort((a, b) => b.far.citedByCount - a.far.citedByCount || (a.far.id < b.far.id ? -1 : 1));
  return order.slice(0, unfoldMost);
}

/**
 * What is drawn of what is known: the nodes that the start leads to without passing a hidden or shut one, and the pinned
 * ones; and all links between them. Sorted by id, so that the order of the answers does not matter.
 */
export function picture(known: Known, choices: Choices): Picture {
  const briefs = new Map(known.briefs.map((b) => [b.id, b]));
  const ties = new Map<string, Tie>();
  const leads = new Map<string, string[]>();
  const lead = (from: string, to: string): unknown => (leads.has(from) ? leads.get(from)?.push(to) : leads.set(from, [to]));
  const tied = (hop: HopFragment): Tie => {
    const tie = tieOf(hop);
    ties.set(`${tie.from}>${tie.to}`, tie);
    return tie;
  };
  known.extra.forEach(tied);
  for (const hop of known.hops) {
    const tie = tied(hop);
    if (known.direction === "OUT") lead(tie.from, tie.to);
    else lead(tie.to, tie.from);
  }
  for (const { unfolding, far } of known.unfolded) {
    for (const f of chosen(unfolding, far)) {
      briefs.set(f.far.id, briefs.get(f.far.id) ?? f.far);
      lead(unfolding.id, f.far.id);
    }
    for (const f of far) tied(f.hop);
  }
  const depths = reach(known.start, leads, choices);
  for (const id of choices.pin) if (briefs.has(id) && !depths.has(id)) depths.set(id, 1);
  const spots = [...depths]
    .flatMap(([id, depth]) => {
      const brief = briefs.get(id);
      return brief === undefined ? [] : [{ brief, depth, pinned: choices.pin.includes(id) }];
    })
    .sort((a, b) => (a.brief.id < b.brief.id ? -1 : 1));
  const drawn = new Set(spots.map((s) => s.brief.id));
  const between = [...ties.values()].filter((t) => drawn.has(t.from) && drawn.has(t.to));
  between.sort((a, b) => (a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1));
  return { spots, ties: between };
}

/** The nodes reached, with the least number of steps. */
function reach(start: string, leads: ReadonlyMap<string, readonly string[]>, choices: Choices): Map<string, number> {
  const depths = new Map([[start, 0]]);
  const hidden = new Set(choices.hide);
  const shut = new Set(choices.shut);
  // A Map is walked in the order of its entries, those added meanwhile too: breadth first.
  for (const [id, depth] of depths) {
    if (shut.has(id)) continue;
    for (const next of leads.get(id) ?? []) if (!hidden.has(next) && !depths.has(next)) depths.set(next, depth + 1);
  }
  return depths;
}

/** How many of a node's links, each way, are not drawn: what its badges say. */
export function more(spot: Spot, ties: readonly Tie[]): { readonly out: number; readonly in: number } {
  const id = spot.brief.id;
  return {
    out: Math.max(0, spot.brief.citesCount - ties.filter((t) => t.from === id).length),
    in: Math.max(0, spot.brief.citedByCount - ties.filter((t) => t.to === id).length),
  };
}
