import { type LatestEntry, latestEntry, type RateObservation } from "../../contracts/index.ts";
import { amountKey } from "../amount-key.ts";

/** Where an entry lies within its corridor. */
export function entryField({ source, amount }: Pick<LatestEntry, "source" | "amount">): string {
  return `${source}|${amountKey(amount)}`;
}

/** Time and run, in fixed widths, so that comparing the text compares the time. */
export function entryStamp(entry: LatestEntry): string {
  return `${fixedInstant(entry.fetchedAt)} ${entry.runId}`;
}

/** Fields in one order, whoever built the entry: equal entries are equal bytes. */
export function entryText({ source, amount, runId, fetchedAt, quotes }: LatestEntry): string {
  return JSON.stringify({ source, amount, runId, fetchedAt: fixedInstant(fetchedAt), quotes });
}

/** What is stored was written by `entryText`; only its outline is looked at again. */
export function parseEntry(text: string): LatestEntry {
  const { quotes, ...outline }: LatestEntry = JSON.parse(text);
  return { ...outlineSchema.parse(outline), quotes };
}

const outlineSchema = latestEntry.omit({ quotes: true });

export function rateField(rate: RateObservation): string {
  return `${rate.source}|${rate.base}|${rate.quote}`;
}

export function rateLine(rate: RateObservation): string {
  return `${rate.observedOn} ${fixedInstant(rate.fetchedAt)} ${JSON.stringify(rate)}`;
}

/** Width of what stands before the row: a day, an instant, and a space after each. */
const rateLineHead = 36;

export function parseRateLine(line: string): RateObservation {
  return JSON.parse(line.slice(rateLineHead));
}

/** Always with milliseconds: 24 characters. */
function fixedInstant(instant: string): string {
  return new Date(instant).toISOString();
}
