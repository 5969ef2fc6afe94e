import type { ServerResponse } from "node:http";

export interface SheddingOptions {
  /** Answers being made at one time; 100 unless said. Most of them wait for PostgreSQL or for a compressor. */
  readonly mostUnderWay?: number;
  /** How long one turn of the event loop may go on making answers; 1 s unless said. */
  readonly longestTurnMs?: number;
  /** Milliseconds that only ever grow. */
  readonly nowMs?: () => number;
}

/** True where there is room for one more answer, which then counts until it begins to be sent, or nobody waits for it. */
export type Admit = (response: ServerResponse) => boolean;

/** What one who was refused is told to wait: an overload of a moment is over by then. */
export const shedRetryAfterSeconds = 2;

/** One slow answer is no overload: so many are made in every turn, however long they take. */
const leastInTurn = 10;

/**
 * Refuses answers that would only wait, so that those under way stay quick and nothing piles up. Requests that arrive
 * together are answered one after another in one turn of the event loop, and whoever comes last has waited for all of
 * them: past `longestTurnMs` the rest of a turn is refused. Beside that, no more than `mostUnderWay` wait for something
 * else. One that is being sent waits for its reader alone, and takes nobody's place: else a hundred readers who take
 * nothing would be an overload. Nothing is measured over time, so the first turn after an overload is served as if there
 * had been none.
 */
export function createShedding(options: SheddingOptions = {}): Admit {
  const { mostUnderWay = 100, longestTurnMs = 1_000, nowMs = () => performance.now() } = options;
  const underWay = new Set<ServerResponse>();
  let turn: { readonly startedMs: number; admitted: number } | null = null;

  function thisTurn() {
    if (turn === null) {
      turn = { startedMs: nowMs(), admitted: 0 };
      // Runs when all requests that had arrived have been read.
      setImmediate(() => {
        turn = null;
      });
    }
    return turn;
  }

  return (response) => {
    const current = thisTurn();
    if (underWay.size >= mostUnderWay) forgetSent(underWay);
    if (underWay.size >= mostUnderWay) return false;
    if (current.admitted >= leastInTurn && nowMs() - current.startedMs > longestTurnMs) return false;
    current.admitted += 1;
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    return true;
  };
}

function forgetSent(underWay: Set<ServerResponse>): void {
  for (const response of underWay) if (response.headersSent) underWay.delete(response);
}
