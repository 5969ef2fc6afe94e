import { PassThrough, Readable } from "node:stream";

const gaveUp = "another reader of the same rows gave up";

/**
 * The same items for several readers, each taken from the source once and no faster than the slowest reader goes. Where
 * the source fails, all of them end with its error; where a reader gives up, the others end with `isOthersFault`.
 */
export function shareBatches<Item>(source: AsyncIterable<Item>, readers: number): readonly AsyncIterable<Item>[] {
  const items = Readable.from(source, { objectMode: true, highWaterMark: 1 });
  const outs = Array.from({ length: readers }, () => new PassThrough({ objectMode: true, highWaterMark: 1 }));
  const endAll = (error: Error) => {
    items.destroy(error);
    for (const out of outs) out.destroy(error);
  };
  items.on("error", endAll);
  for (const out of outs) {
    // Whoever breaks off a loop over a stream aborts it.
    out.on("error", (error) => endAll(error.name === "AbortError" ? new Error(gaveUp) : error));
    items.pipe(out);
  }
  return outs;
}

/** Whether a reader failed only because another one did. */
export function isOthersFault(error: unknown): boolean {
  return error instanceof Error && error.message === gaveUp;
}
