import type { ProofFragment } from "../api/generated";
import { clip, tail } from "../words";

/** Letters of a sentence shown on each side of the words: one of the preamble can fill a page. */
const around = 170;

/** The cited words in their sentence; in a data set of facts, the words alone. */
export function Words({ of }: { readonly of: Pick<ProofFragment, "quote"> & Partial<Pick<ProofFragment, "sentence">> }) {
  return <InSentence before={of.sentence?.before ?? ""} words={of.sentence?.words ?? of.quote} after={of.sentence?.after ?? ""} />;
}

/** Words with what stands around them, shortened on both sides. */
export const InSentence = ({ before, words, after }: { readonly before: string; readonly words: string; readonly after: string }) => (
  <q class="words">
    {tail(before, around)}
    <mark>{words}</mark>
    {clip(after, around)}
  </q>
);
