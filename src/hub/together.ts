// What arrives while one transaction is under way goes together in the next one. Under load that is one flush
// to disk for many reports; without load each goes alone and waits for nobody.

/**
 * Gives a function that hands items to `work` in batches of at most `most`, one batch at a time. `work` gives
 * one result for each item, in order; if it throws, everybody in that batch hears it, and nobody else.
 */
export function together<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
): (item: Item) => Promise<Result> {
  let open: { readonly items: Item[]; readonly results: Promise<readonly Result[]> } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function openBatch() {
    const items: Item[] = [];
    const begin = () => {
      if (open?.items === items) open = null;
      return work(items);
    };
    // Whether the batch before this one failed is for those who were in it.
    const results = Promise.allSettled([last]).then(begin);
    last = results;
    return { items, results };
  }

  return async (item) => {
    if (!open || open.items.length >= most) open = openBatch();
    const { items, results } = open;
    const index = items.push(item) - 1;
    return (await results)[index]!;
  };
}
