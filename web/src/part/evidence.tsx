import type { ProofFragment } from "../api/generated";

/** The cited words in their sentence; in a data set of facts, the words alone. */
export function Words({ of }: { readonly of: Pick<ProofFragment, "quote"> & Partial<Pick<ProofFragment, "sentence">> }) {
  return (
    <q class="words">
      {of.sentence?.before}
      <mark>{of.sentence?.words ?? of.quote}</mark>
      {of.sentence?.after}
    </q>
  );
}
