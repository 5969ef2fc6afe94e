import type { ComparisonChange } from "../comparison/index.ts";
import { createAskedBefore } from "./asked-before.ts";

export interface StoredResponse {
  /** Route template, for metrics. */
  readonly route: string;
  /** Text until it is kept: bytes outside the heap are worth their cost only where they are sent again. */
  readonly body: string | Buffer;
  readonly bytes: number;
  readonly etag: string;
  /** Name, value, name, value … as writeHead takes them: everything but what belongs to one request alone. */
  readonly headers: readonly string[];
  /** Milliseconds since the epoch. */
  readonly trueUntil: number;
  readonly freshUntil: number;
  /** Null: any change makes it untrue. */
  readonly corridorKeys: readonly string[] | null;
}

/** What an entry weighs beyond its body: headers, keys and the objects around them. */
const entryOverheadBytes = 2_048;

/** A clock that is corrected by less changes nothing that is said. */
const clockStepMs = 1_000;

export type ResponseCache = ReturnType<typeof createResponseCache>;

/** Answers as bytes, least recently used out first, bounded by bytes. A change removes exactly what it made untrue. */
export function createResponseCache(maxBytes: number) {
  const entries = new Map<string, StoredResponse>();
  const askedBefore = createAskedBefore();
  let bytes = 0;
  let changes = 0;
  let latestMs = Number.NEGATIVE_INFINITY;

  function remove(key: string, entry: StoredResponse): void {
    entries.delete(key);
    bytes -= weightOf(key, entry);
  }

  /** Where the clock was put back, what was made before is dated ahead and would stand too long. */
  function forgetWhatIsAhead(nowMs: number): void {
    if (nowMs < latestMs - clockStepMs) for (const [key, entry] of entries) remove(key, entry);
    if (nowMs > latestMs || nowMs < latestMs - clockStepMs) latestMs = nowMs;
  }

  return {
    get(key: string, nowMs: number): StoredResponse | null {
      forgetWhatIsAhead(nowMs);
      const entry = entries.get(key);
      if (entry === undefined) return null;
      if (entry.trueUntil <= nowMs) {
        remove(key, entry);
        return null;
      }
      entries.delete(key);
      entries.set(key, entry);
      return entry;
    },
    /** To be taken before an answer is made, and given back with it. */
    changes: () => changes,
    /**
     * Keeps an answer from its second question on: a walk through every amount leaves nothing behind. An answer that was
     * made before the last change may be untrue already and is not kept.
     */
    put(key: string, answer: StoredResponse, madeAt: number): void {
      if (madeAt !== changes || !askedBefore(key)) return;
      const entry = { ...answer, body: Buffer.from(answer.body) };
      const known = entries.get(key);
      if (known !== undefined) remove(key, known);
      if (weightOf(key, entry) > maxBytes / 4) return;
      entries.set(key, entry);
      bytes += weightOf(key, entry);
      for (const [oldest, old] of entries) {
        if (bytes <= maxBytes) break;
        remove(oldest, old);
      }
    },
    /** Rates and the store's health touch every answer; a corridor only those that speak of it. */
    invalidate(change: ComparisonChange): void {
      changes += 1;
      for (const [key, entry] of entries) {
        const isTouched =
          change.kind !== "corridor" || entry.corridorKeys === null || entry.corridorKeys.includes(change.corridorKey);
        if (isTouched) remove(key, entry);
      }
    },
    size: () => ({ bytes, entries: entries.size }),
  };
}

function weightOf(key: string, { bytes }: StoredResponse): number {
  return bytes + key.length * 2 + entryOverheadBytes;
}
