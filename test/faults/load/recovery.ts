import { setTimeout as delay } from "node:timers/promises";
import type { Target } from "./drive.ts";

const quickMs = 500;
/** So many good answers in a row are no luck. */
const inARow = 10;
const everyMs = 50;
const givenUpMs = 30_000;

/** Milliseconds from now until the first of ten answers in a row that are right and quick. */
export async function measureRecovery({ origin, next }: Target): Promise<number> {
  const began = performance.now();
  let row = 0;
  let since = began;
  while (row < inARow && performance.now() - began < givenUpMs) {
    const asked = performance.now();
    const isGood = await fetch(`${origin}${next()}`, { signal: AbortSignal.timeout(givenUpMs) }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status === 200 && performance.now() - asked < quickMs;
      },
      () => false,
    );
    row = isGood ? row + 1 : 0;
    if (row === 1) since = asked;
    await delay(everyMs);
  }
  return row < inARow ? Number.POSITIVE_INFINITY : since - began;
}
