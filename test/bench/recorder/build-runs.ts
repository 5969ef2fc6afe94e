import type { RecordJob } from "@openremit/shared/contracts";
import { buildQuote, buildQuotesJob } from "../../support/record-job.ts";

const receivers = ["MA", "CD", "SN", "TR", "PH", "UZ"];
const amounts = ["50", "140", "200", "345", "500", "1000"];
const sources = ["acme", "bolt", "cash"];

/** Visits one second apart from `start` on, over several sources, corridors and amounts; every quote a new one. */
export function buildRuns(start: string, count: number, quotesPerRun: number): RecordJob[] {
  return Array.from({ length: count }, (_, index) => {
    const receiver = receivers[index % receivers.length] ?? "MA";
    const amount = amounts[Math.floor(index / receivers.length) % amounts.length] ?? "200";
    const source = sources[index % sources.length] ?? "acme";
    const corridor = {
      id: `be-${receiver.toLowerCase()}`,
      sendCountry: "BE",
      sendCurrency: "EUR",
      receiveCountry: receiver,
      receiveCurrency: "USD",
    };
    const fetchedAt = new Date(Date.parse(start) + index * 1_000).toISOString();
    const quotes = Array.from({ length: quotesPerRun }, (_, number) =>
      buildQuote({ source, provider: `p${number}`, corridor, amount, fetchedAt, observedAt: fetchedAt }),
    );
    return buildQuotesJob({ run: { source, fetchedAt, covers: [{ corridor, amount }] }, quotes });
  });
}
