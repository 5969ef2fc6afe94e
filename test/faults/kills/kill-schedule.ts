import fc from "fast-check";

export interface Kill<Victim> {
  readonly victim: Victim;
  /** From the last return until this blow. */
  readonly afterMs: number;
  /** Until it is started again. */
  readonly awayMs: number;
}

/** Every victim so often, in a random order at random moments: the same for the same seed. */
export function planKills<Victim>(victims: readonly Victim[], times: number, seed: number): Kill<Victim>[] {
  const all = victims.flatMap((victim) => Array.from({ length: times }, () => victim));
  const moments = fc.record({ afterMs: fc.integer({ min: 50, max: 900 }), awayMs: fc.integer({ min: 0, max: 400 }) });
  const [plan] = fc.sample(
    fc.tuple(
      fc.shuffledSubarray(
        all.map((_victim, index) => index),
        { minLength: all.length },
      ),
      fc.array(moments, { minLength: all.length, maxLength: all.length }),
    ),
    { numRuns: 1, seed },
  );
  if (plan === undefined) throw new Error("nothing planned");
  const [order, times_] = plan;
  return order.flatMap((index, place) => {
    const [victim, moment] = [all[index], times_[place]];
    return victim === undefined || moment === undefined ? [] : [{ victim, ...moment }];
  });
}
