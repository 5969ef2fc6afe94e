import type { Count, Counter } from "./limit-store.ts";

/** Times are of a clock that is never put back. */
interface Tally {
  /** Of all processes, as it was last told, and what was sent since. */
  consumed: number;
  /** Counted here and not sent. */
  pending: number;
  untilMs: number;
  /** When it was last counted here. */
  seenMs: number;
  isAsking: boolean;
}

interface AheadOptions {
  readonly requests: number;
  readonly windowSeconds: number;
  /** How long counts are gathered before they are sent. */
  readonly everyMs?: number;
}

/**
 * Counts here at once and everywhere soon: nobody waits for Redis. The first question of a key in its window is sent at
 * once, later ones gathered for a tenth of a second; what others counted comes back with the answer. So more than the
 * limit gets through only in that tenth, and whoever is over it costs Redis nothing more.
 */
export function countAhead(counter: Counter, { requests, windowSeconds, everyMs = 100 }: AheadOptions) {
  const windowMs = windowSeconds * 1_000;
  const tallies = new Map<string, Tally>();
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let sweepMs = 0;

  function tallyOf(key: string, elapsedMs: number): Tally {
    const known = tallies.get(key);
    if (known !== undefined && elapsedMs < known.untilMs) return known;
    const fresh = { consumed: 0, pending: 0, untilMs: elapsedMs + windowMs, seenMs: elapsedMs, isAsking: false };
    tallies.set(key, fresh);
    return fresh;
  }

  function sweep(elapsedMs: number): void {
    if (elapsedMs < sweepMs) return;
    sweepMs = elapsedMs + windowMs;
    for (const [key, { untilMs }] of tallies) if (elapsedMs >= untilMs) tallies.delete(key);
  }

  async function send(key: string, tally: Tally): Promise<void> {
    const points = tally.pending;
    tally.pending = 0;
    tally.consumed += points;
    tally.isAsking = true;
    const count = await counter(key, points).catch(() => null);
    tally.isAsking = false;
    if (count === null) return;
    tally.consumed = count.consumed;
    tally.untilMs = tally.seenMs + count.msBeforeNext;
  }

  function sendWaiting(): void {
    timer = null;
    for (const key of waiting) {
      const tally = tallies.get(key);
      if (tally?.isAsking) continue;
      waiting.delete(key);
      if (tally !== undefined && tally.pending > 0) void send(key, tally);
    }
    if (waiting.size > 0) sendLater();
  }

  function sendLater(): void {
    if (timer === null) timer = setTimeout(sendWaiting, everyMs).unref();
  }

  /** What is counted of a key with this question; beyond the limit it is not counted. */
  return (key: string, elapsedMs: number): Count => {
    sweep(elapsedMs);
    const tally = tallyOf(key, elapsedMs);
    tally.seenMs = elapsedMs;
    const used = tally.consumed + tally.pending;
    const count = { consumed: used + 1, msBeforeNext: tally.untilMs - elapsedMs };
    if (used >= requests) return count;
    tally.pending += 1;
    if (used === 0) void send(key, tally);
    else {
      waiting.add(key);
      sendLater();
    }
    return count;
  };
}
