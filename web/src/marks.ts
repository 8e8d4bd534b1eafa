/** What is marked in a text. */
export type MarkKind = "cite" | "unsure" | "right" | "actor" | "asked" | "mandate" | "quote";

/** A stretch [start, end) of a text, in UTF-16 units, and what it is. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
  /** Ties the mark to its card. */
  readonly key: string;
  readonly label: string;
}

/** A stretch of a text under the same marks throughout. */
export interface Segment {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Cuts a text at the ends of its marks. Marks may overlap; those outside the text are cut to it, and empty ones dropped.
 * The segments joined are the text.
 */
export function segments(text: string, marks: readonly Mark[]): readonly Segment[] {
  const clean = marks.map((m) => ({ ...m, start: Math.max(0, m.start), end: Math.min(text.length, m.end) })).filter((m) => m.start < m.end);
  const cuts = [...new Set([0, text.length, ...clean.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b);
  const pieces: Segment[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i] ?? 0;
    const end = cuts[i + 1] ?? text.length;
    pieces.push({ text: text.slice(start, end), marks: clean.filter((m) => m.start <= start && end <= m.end) });
  }
  return pieces;
}
