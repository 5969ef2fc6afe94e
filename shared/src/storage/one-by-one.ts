import { failureClassOf } from "../runtime/index.ts";

/**
 * Does the work on one item after the other. An item that cannot be done keeps none of the others back; a server of ours
 * that is away ends it at once.
 *
 * @throws AggregateError of what could not be done, once the others are.
 */
export async function oneByOne<Item>(
  what: string,
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      if (failureClassOf(error) === "infrastructure") throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${what} could not be recorded`);
}
