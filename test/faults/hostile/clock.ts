/** Puts the clock of this process forwards or back, for everything that asks `Date.now()`, while `work` goes on. */
export async function withMovableClock<Result>(
  work: (setOffset: (ms: number) => void) => Promise<Result>,
): Promise<Result> {
  const trueNow = Date.now;
  let offsetMs = 0;
  Date.now = () => trueNow() + offsetMs;
  try {
    return await work((ms) => {
      offsetMs = ms;
    });
  } finally {
    Date.now = trueNow;
  }
}
