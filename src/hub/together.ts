// What arrives while one transaction is under way goes together in the next one. Under load that is one flush
// to disk for many reports; without load each goes alone and waits for nobody.

/**
 * Gives a function that hands items to `work` in batches of at most `most`, one batch at a time. `work` gives
 * one result for each item, in order. A batch that fails is done again item by item, so that one that cannot
 * be done does not take the others with it; whoever's own turn fails hears it.
 */
export function together<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
): (item: Item) => Promise<Result> {
  type Batch = { readonly items: Item[]; readonly results: Promise<readonly Promise<Result>[]> };
  let open: Batch | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function resultsOf(items: readonly Item[]): Promise<readonly Promise<Result>[]> {
    const whole = work(items);
    const [outcome] = await Promise.allSettled([whole]);
    if (outcome.status === "fulfilled" || items.length === 1)
      return items.map(async (_, index) => (await whole)[index]!);
    return items.map(async (item) => (await work([item]))[0]!);
  }

  function openBatch(): Batch {
    const items: Item[] = [];
    const results = last.then(() => {
      if (open?.items === items) open = null;
      return resultsOf(items);
    });
    last = results.then((all) => Promise.allSettled(all));
    return { items, results };
  }

  return async (item) => {
    if (!open || open.items.length >= most) open = openBatch();
    const { items, results } = open;
    const index = items.push(item) - 1;
    return (await results)[index]!;
  };
}
