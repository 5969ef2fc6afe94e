/**
 * Waits for `work`, but no longer than `ms` milliseconds (not at all when negative), and says whether it finished.
 * The work itself is not cancelled. Its rejection passes through in time, and is dropped afterwards.
 */
export async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms), false);
  });
  try {
    return await Promise.race([work.then(() => true), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
