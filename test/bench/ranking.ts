import { createComparison, noFilters } from "@openremit/shared/comparison";
import { createLogger, systemClock } from "@openremit/shared/runtime";
import { openDatabase } from "@openremit/shared/storage";
import { createMemoryStore, sceneCatalog } from "../support/comparison-scene.ts";
import { buildManyEntries } from "../support/large-scene.ts";
import { beMa, beMaKey, buildRate } from "../support/record-job.ts";
import { type Bench, rounded } from "./report.ts";

const questions = 3_000;
const warmUp = 500;

/** CPU time of an answer that nothing has cached: 60 offers of 6 samples, ranked and written as text. */
export const bench: Bench = async () => {
  const observedAt = new Date(Date.now() - 60_000).toISOString();
  const rates = [buildRate({ source: "frankfurter", contributors: 5, observedOn: observedAt.slice(0, 10) })];
  const { store } = createMemoryStore(new Map([[beMaKey, buildManyEntries(beMa, 60, observedAt)]]), rates);
  const comparison = createComparison({
    catalog: sceneCatalog,
    latest: store,
    database: openDatabase("postgresql://127.0.0.1:1/none"),
    clock: systemClock,
    logger: createLogger("bench", { level: "silent" }),
    mode: "simulated",
  });
  await comparison.start();
  const ask = async (index: number, kind: "pay" | "receive") => {
    const cents = kind === "pay" ? 5_500 + ((index * 7_919) % 90_000) : 60_000 + ((index * 7_919) % 900_000);
    const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
    const amounts = kind === "pay" ? { pay: text, receive: null } : { pay: null, receive: text };
    const { answer } = await comparison.offers({ corridorId: "be-ma", ...amounts, filters: noFilters, at: null });
    return answer.offers.length;
  };
  const measure = async (kind: "pay" | "receive") => {
    let ranked = 0;
    for (let index = 0; index < warmUp; index += 1) await ask(index, kind);
    const started = process.cpuUsage();
    for (let index = 0; index < questions; index += 1) ranked += await ask(warmUp + index, kind);
    const { user, system } = process.cpuUsage(started);
    return { ms: (user + system) / 1_000 / questions, ranked: ranked / questions };
  };
  const [pay, receive] = [await measure("pay"), await measure("receive")];
  await comparison.stop();
  const row = (what: string, { ms, ranked }: typeof pay, target: number | null) => ({
    what: `${what}, ${rounded(ranked, 1)} ranked`,
    value: `${rounded(ms, 3)} ms`,
    target: target === null ? "" : `≤ ${target} ms`,
    holds: target === null ? null : ms <= target,
  });
  return [row("budget", pay, 1), row("exact sum received", receive, null)];
};
