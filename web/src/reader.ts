import type { MarkedFragment, NamedFragment, OutwardFragment, TaskFragment, UnsureFragment } from "./api/generated";
import type { Mark } from "./marks";
import { actWords, short } from "./words";

/** One thing found in a paragraph, with the key that its card has in the address: "c0" is the first citation. */
export type Found =
  | { readonly key: string; readonly is: "cite"; readonly of: OutwardFragment }
  | { readonly key: string; readonly is: "unsure"; readonly of: UnsureFragment }
  | { readonly key: string; readonly is: "right" | "actor"; readonly of: NamedFragment }
  | { readonly key: string; readonly is: "mandate"; readonly of: TaskFragment };

/** What marks can be hidden. */
export const layers = ["citations", "rights", "actors", "mandates"] as const;
/** One of the layers. */
export type Layer = (typeof layers)[number];

const layerOf: Readonly<Record<Found["is"], Layer>> = {
  cite: "citations",
  unsure: "citations",
  right: "rights",
  actor: "actors",
  mandate: "mandates",
};

/** All that was found in a paragraph, but the hidden layers, citations first. */
export function foundIn(p: MarkedFragment, hide: readonly string[]): readonly Found[] {
  const all: Found[] = [
    ...p.cites.nodes.map((of, i): Found => ({ key: `c${i}`, is: "cite", of })),
    ...p.mentions.map((of, i): Found => ({ key: `u${i}`, is: "unsure", of })),
    ...p.rights.nodes.map((of, i): Found => ({ key: `r${i}`, is: "right", of })),
    ...p.actors.nodes.map((of, i): Found => ({ key: `a${i}`, is: "actor", of })),
    ...p.mandates.map((of, i): Found => ({ key: `m${i}`, is: "mandate", of })),
  ];
  return all.filter((f) => !hide.includes(layerOf[f.is]));
}

/** What a thing is called on its mark and its chip. */
export function nameOf(found: Found): string {
  switch (found.is) {
    case "cite":
      return short(found.of.target);
    case "unsure":
      return found.of.status === "AMBIGUOUS" ? "ambiguous" : "open";
    case "mandate":
      return [found.of.addressee?.name, found.of.product ?? actWords(found.of.act)].filter(Boolean).join(": ");
    default:
      return found.of.target.name;
  }
}

/** The marks of a paragraph's own text, or, with a note's mark, of that note's. Words without a place in the text have none. */
export function marksOf(found: readonly Found[], note: string | null = null): readonly Mark[] {
  return found.flatMap((f): Mark[] => {
    const { startUtf16: start, endUtf16: end } = f.of.evidence.words;
    if (start === null || end === null || f.of.evidence.note !== note) return [];
    const kind = f.is === "actor" && f.of.role === "ADDRESSEE" ? "asked" : f.is;
    return [{ start, end, kind, key: f.key, label: nameOf(f) }];
  });
}

/** A name and in which paragraphs it stands, by their places. */
export interface Tally {
  readonly id: string;
  readonly name: string;
  readonly places: readonly string[];
}

/** The rights, or the actors, of some paragraphs, the most named first. */
export function tally(paragraphs: readonly MarkedFragment[], of: "rights" | "actors"): readonly Tally[] {
  const tallies = new Map<string, { id: string; name: string; places: string[] }>();
  for (const p of paragraphs) {
    for (const { target } of p[of].nodes) {
      const t = tallies.get(target.id) ?? { id: target.id, name: target.name, places: [] };
      t.places.push(p.place);
      tallies.set(target.id, t);
    }
  }
  return [...tallies.values()].sort((a, b) => b.places.length - a.places.length || (a.id < b.id ? -1 : 1));
}
