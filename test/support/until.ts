const longestMs = 10_000;

/** Reads until it holds (is true, where no condition is given) and returns what was read; fails after ten seconds unless said. */
export async function until<Value>(
  read: () => Value | Promise<Value>,
  holds: (value: Value) => boolean = Boolean,
  withinMs = longestMs,
): Promise<Value> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (performance.now() > deadline) {
      throw new Error(`it did not come about within ${withinMs} ms; last: ${JSON.stringify(value)?.slice(0, 2_000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
