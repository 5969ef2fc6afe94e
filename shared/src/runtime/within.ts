/**
 * Waits for `work`, but no longer than `ms` milliseconds (not at all when negative), and says whether it finished.
 * The work itself is not cancelled. Its rejection passes through in time, and is dropped afterwards.
 */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  return (await firstWithin(ms, work)) !== null;
}

/**
 * The value of `work`, where it comes within `ms` milliseconds. The work itself is not cancelled; its late outcome is
 * dropped.
 *
 * @param what who is waited for, in the error's words.
 * @throws Error with code ETIMEDOUT, as a socket has it, when it takes longer; and whatever the work throws in time.
 */
export async function inTime<Value>(ms: number, work: Promise<Value>, what: string): Promise<Value> {
  const first = await firstWithin(ms, work);
  if (first === null) throw Object.assign(new Error(`${what} did not answer within ${ms} ms`), { code: "ETIMEDOUT" });
  return first.value;
}

async function firstWithin<Value>(ms: number, work: Promise<Value>): Promise<{ readonly value: Value } | null> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms), null);
  });
  try {
    return await Promise.race([work.then((value) => ({ value })), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
