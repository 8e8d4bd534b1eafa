import { ask, type Operation } from "./client";

/** One page of a list, and where the next begins. */
export interface Page<N> {
  readonly nodes: readonly N[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Entries of the longest list that is read whole, page after page: some seconds. Longer ones are for the API and `recital export`. */
export const everyMost = 5000;

/** All entries of a list, from its first page to its last. */
export async function every<A, V, N>(
  operation: Operation<A, V>,
  variables: V,
  list: (answer: A) => Page<N> | undefined,
): Promise<readonly N[]> {
  const nodes: N[] = [];
  for (let after: string | null = null; ;) {
    const page = list(await ask(operation, { ...variables, after }));
    nodes.push(...(page?.nodes ?? []));
    if (page === undefined || !page.pageInfo.hasNextPage || nodes.length >= everyMost) return nodes;
    after = page.pageInfo.endCursor;
  }
}
