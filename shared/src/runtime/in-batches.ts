/**
 * Makes work on many things of work on one: what comes while a batch is under way goes together in the next, so that
 * nothing waits for company, and a busy time needs few batches. Whoever brings a thing waits for its batch, and hears
 * of its failure.
 *
 * @param most things in a batch
 */
export function inBatches<Item>(
  most: number,
  work: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  let before = Promise.resolve();
  let gathering: { readonly items: Item[]; readonly done: Promise<void> } | null = null;

  function gather(): { readonly items: Item[]; readonly done: Promise<void> } {
    const items: Item[] = [];
    const done = before.then(() => {
      if (gathering?.items === items) gathering = null;
      return work(items);
    });
    before = done.catch(() => undefined);
    return { items, done };
  }

  return (item) => {
    if (gathering === null || gathering.items.length >= most) gathering = gather();
    gathering.items.push(item);
    return gathering.done;
  };
}
