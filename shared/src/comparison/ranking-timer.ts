import { Histogram, type Registry } from "../runtime/index.ts";

/** From a corridor in memory to a moment of last year. */
const buckets = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2];

/** Measures how long a ranking takes: of now, from memory, or of a moment in the past, from the record. */
export function createRankingTimer(registry: Registry | undefined) {
  const seconds =
    registry &&
    new Histogram({
      name: "openremit_ranking_seconds",
      help: "Time to rank the offers of one corridor, without HTTP",
      labelNames: ["when"],
      buckets,
      registers: [registry],
    });
  return async <Answer>(when: "now" | "past", rank: () => Answer | Promise<Answer>): Promise<Answer> => {
    const stop = seconds?.startTimer({ when });
    try {
      return await rank();
    } finally {
      stop?.();
    }
  };
}
