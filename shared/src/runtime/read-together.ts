/**
 * Makes one reading of many that are asked for at the same time: whoever asks while one is under way shares the next.
 * So every answer is of a moment after it was asked for, as if each had read for itself; a failure is told to all who
 * share it.
 */
export function readTogether<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let before: Promise<unknown> = Promise.resolve();
  let next: Promise<Value> | null = null;

  function plan(): Promise<Value> {
    const reading = before.then(() => {
      next = null;
      return read();
    });
    before = reading.catch(() => undefined);
    return reading;
  }

  return () => {
    next ??= plan();
    return next;
  };
}
