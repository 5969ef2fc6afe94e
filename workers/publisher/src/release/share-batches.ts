import { PassThrough, Readable } from "node:stream";

/**
 * The same items for several readers, each taken from the source once and no faster than the slowest reader goes. Where
 * the source fails, or a reader gives up, all of them end with an error.
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
    out.on("error", endAll);
    out.on("close", () => {
      if (!out.readableEnded) endAll(new Error("another reader of the same rows gave up"));
    });
    items.pipe(out);
  }
  return outs;
}
