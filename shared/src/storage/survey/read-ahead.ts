/**
 * The same items in the same order, with up to `depth` of them taken before they are asked for. A failure of the source
 * comes in its turn, after the items before it.
 */
export async function* readAhead<Item>(items: AsyncIterable<Item>, depth: number): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  const taken: Promise<IteratorResult<Item>>[] = [];
  try {
    for (;;) {
      while (taken.length < depth) taken.push(take());
      const { done, value } = (await taken.shift()) ?? { done: true, value: undefined };
      if (done === true) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }

  function take(): Promise<IteratorResult<Item>> {
    const next = iterator.next();
    // Heard when its turn comes.
    next.catch(() => undefined);
    return next;
  }
}
