import { createComparison, noFilters } from "@openremit/shared/comparison";
import { parseDecimal } from "@openremit/shared/domain";
import { createLogger, systemClock } from "@openremit/shared/runtime";
import { openDatabase } from "@openremit/shared/storage";
import { buildCorridorBook } from "../../shared/src/comparison/book/build-corridor-book.ts";
import { createRankingContext } from "../../shared/src/comparison/provider-at.ts";
import { rankCorridor } from "../../shared/src/comparison/rank/rank-corridor.ts";
import { createMemoryStore, sceneCatalog } from "../support/comparison-scene.ts";
import { buildManyEntries } from "../support/large-scene.ts";
import { beMa, beMaKey, buildRate } from "../support/record-job.ts";
import { type Bench, rounded } from "./report.ts";

/** The least of several batches: whatever else the machine does meanwhile can only add. */
const batches = 8;
const questions = 500;
const warmUp = 500;
const targetMs = 1;

/** CPU time of one question that nothing has cached, every amount different, over 60 offers of 6 samples. */
export const bench: Bench = async () => {
  const observedAt = new Date(Date.now() - 60_000).toISOString();
  const entries = buildManyEntries(beMa, 60, observedAt);
  const book = buildCorridorBook(beMa, entries);
  const context = createRankingContext(sceneCatalog, new Date());
  const rates = [buildRate({ source: "frankfurter", contributors: 5, observedOn: observedAt.slice(0, 10) })];
  const comparison = createComparison({
    catalog: sceneCatalog,
    latest: createMemoryStore(new Map([[beMaKey, entries]]), rates).store,
    database: openDatabase("postgresql://127.0.0.1:1/none"),
    clock: systemClock,
    logger: createLogger("bench", { level: "silent" }),
    mode: "simulated",
  });
  await comparison.start();
  const answer = (amounts: { pay: string | null; receive: string | null }) =>
    comparison.offers({ corridorId: "be-ma", ...amounts, filters: noFilters, at: null });
  const ranking = await measure((pay) => {
    rankCorridor(book, { kind: "pay", amount: parseDecimal(pay) }, noFilters, context);
  });
  const budget = await measure((pay) => answer({ pay, receive: null }));
  const mirror = await measure((pay) => answer({ pay: null, receive: pay.replace(/\.(\d)/, "$1.") }));
  await comparison.stop();
  return [
    {
      what: "ranking 60 offers",
      value: `${rounded(ranking, 3)} ms`,
      target: `≤ ${targetMs} ms`,
      holds: ranking <= targetMs,
    },
    { what: "the whole answer, as text", value: `${rounded(budget, 3)} ms`, target: "", holds: null },
    { what: "the same for an exact sum received", value: `${rounded(mirror, 3)} ms`, target: "", holds: null },
  ];
};

async function measure(ask: (amount: string) => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let index = 0; index < warmUp; index += 1) await ask(amountOf(index));
  for (let batch = 0; batch < batches; batch += 1) {
    const started = process.cpuUsage();
    for (let index = 0; index < questions; index += 1) await ask(amountOf(warmUp + batch * questions + index));
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, (user + system) / 1_000 / questions);
  }
  return best;
}

/** 55.00 to 954.99, with two decimals. */
function amountOf(index: number): string {
  const cents = 5_500 + ((index * 7_919) % 90_000);
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
