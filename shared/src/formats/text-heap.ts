/** Texts one behind the other in one piece of memory, by number. */
export function createTextHeap() {
  let bytes = Buffer.allocUnsafe(16_384);
  let ends = new Uint32Array(256);
  let count = 0;

  /** Where a text begins: where the one before it ends. */
  const startOf = (index: number) => (index === 0 ? 0 : (ends[index - 1] ?? 0));

  return {
    push(text: string): number {
      const start = startOf(count);
      // No character of a JavaScript string takes more than three bytes.
      if (start + 3 * text.length > bytes.length) {
        const larger = Buffer.allocUnsafe(2 * bytes.length + 3 * text.length);
        bytes.copy(larger, 0, 0, start);
        bytes = larger;
      }
      if (count === ends.length) {
        const more = new Uint32Array(2 * count);
        more.set(ends);
        ends = more;
      }
      ends[count] = start + bytes.write(text, start);
      count += 1;
      return count - 1;
    },
    get: (index: number): string => bytes.toString("utf8", startOf(index), ends[index]),
    /** The same as UTF-8, without a copy: good until the next `push` or `clear`. */
    bytesOf: (index: number): Uint8Array => bytes.subarray(startOf(index), ends[index]),
    count: () => count,
    clear(): void {
      count = 0;
    },
  };
}
