import type { ServerResponse } from "node:http";

export interface SheddingOptions {
  /** Answers being made at one time; 100 unless said. Most of them wait for PostgreSQL or for a compressor. */
  readonly mostUnderWay?: number;
  /** How long an answer may wait before it is begun; 2 s unless said. */
  readonly longestWaitMs?: number;
  /** Milliseconds that only ever grow. */
  readonly nowMs?: () => number;
}

/** True once its turn has come, which then counts until it begins to be sent, or nobody waits for it; false: no room. */
export type Admit = (response: ServerResponse) => Promise<boolean>;

/** What one who was refused is told to wait: an overload of a moment is over by then. */
export const shedRetryAfterSeconds = 2;

/** One slow answer is no overload: whoever has fewer than so many in front is served, however long they take. */
const shortLine = 10;

interface Waiting {
  readonly response: ServerResponse;
  readonly arrivedMs: number;
  readonly isInShortLine: boolean;
  readonly tell: (isAdmitted: boolean) => void;
}

/**
 * Refuses answers that have waited too long, so that those under way stay quick and nothing piles up. Requests wait in
 * line, and one answer is begun in each turn of the event loop: in between, new connections are taken and new requests
 * read, for Node takes one connection a turn, and turns as long as a hundred answers would leave people before the door.
 * Beside that, no more than `mostUnderWay` wait for something else. One that is being sent waits for its reader alone,
 * and takes nobody's place: else a hundred readers who take nothing would be an overload. Nothing is measured over time,
 * so whoever comes after an overload is served as if there had been none.
 */
export function createShedding(options: SheddingOptions = {}): Admit {
  const { mostUnderWay = 100, longestWaitMs = 2_000, nowMs = () => performance.now() } = options;
  const underWay = new Set<ServerResponse>();
  const line: Waiting[] = [];

  function hasRoom(): boolean {
    if (underWay.size >= mostUnderWay) forgetSent(underWay);
    return underWay.size < mostUnderWay;
  }

  /** Whether it is begun; then it counts. */
  function begin({ response, arrivedMs, isInShortLine, tell }: Waiting): boolean {
    const isInTime = isInShortLine || nowMs() - arrivedMs <= longestWaitMs;
    const isBegun = isInTime && !response.destroyed && hasRoom();
    if (isBegun) {
      underWay.add(response);
      response.once("close", () => underWay.delete(response));
    }
    tell(isBegun);
    return isBegun;
  }

  function beginNext(): void {
    for (let next = line.shift(); next !== undefined && !begin(next); ) next = line.shift();
    if (line.length > 0) setImmediate(beginNext);
  }

  return (response) =>
    new Promise((tell) => {
      if (line.length === 0) setImmediate(beginNext);
      line.push({ response, arrivedMs: nowMs(), isInShortLine: line.length < shortLine, tell });
    });
}

function forgetSent(underWay: Set<ServerResponse>): void {
  for (const response of underWay) if (response.headersSent) underWay.delete(response);
}
