import { createHash } from "node:crypto";
import { type QuoteObservation, visitSourceKey } from "../../contracts/index.ts";
import { minorUnits, parseDecimal, statedReceivedFlags } from "../../domain/index.ts";
import type { Snapshot } from "../postgres/snapshots.ts";
import type { VisitRecord } from "./read-visits.ts";
import { hashOf, type StoredVisit } from "./stored-visit.ts";

/** Of this way from an entry to a quote. */
export const visitQuoteVersion = "1";

export interface VisitQuote {
  readonly quote: QuoteObservation;
  /** What proves it: the visit as it was entered, without the codes of people. */
  readonly proof: Snapshot;
}

/** A quote's name is the visit's, so that a correction is a revision of it. */
export function visitQuoteId(visitId: string): string {
  return hashOf([visitSourceKey, visitId]).slice(0, 32);
}

/** An accepted visit as a quote. */
export function buildVisitQuote(record: VisitRecord, at: Date, simulated: boolean): VisitQuote | null {
  const accepted = record.entries.find(({ entryId }) => entryId === record.acceptedEntry);
  if (accepted === undefined) return null;
  const { visit, label } = accepted;
  const { visitor: _visitor, enteredBy: _enteredBy, ...told } = visit;
  const entries = record.entries.map(({ entryId, enteredAt }) => ({ entryId, enteredAt }));
  const body = Buffer.from(JSON.stringify({ visitId: record.visitId, seenBy: label, ...told, entries }));
  const bodySha256 = createHash("sha256").update(body).digest("hex");
  const fetchedAt = at.toISOString();
  const quote: QuoteObservation = {
    quoteId: visitQuoteId(record.visitId),
    source: visitSourceKey,
    sourceKind: "visit",
    provider: visit.provider,
    corridor: visit.corridor,
    payIn: visit.payIn,
    payOut: visit.payOut,
    payInCode: null,
    payOutCode: null,
    feePlacement: visit.feePlacement,
    amount: visit.amount,
    fee: visit.fee,
    feeSchedule: null,
    rate: visit.rate,
    payOutFee: visit.payOutFee,
    received: visit.received,
    band: null,
    priceKind: "standing",
    promotion: null,
    speed: visit.speed,
    observedAt: visit.visitedAt,
    observedAtPrecision: "minute",
    seenBy: label,
    fetchedAt,
    receipt: {
      method: "POST",
      url: `urn:uuid:${record.visitId}`,
      requestSha256: hashOf(told),
      answerSha256: bodySha256,
      adapterVersion: visitQuoteVersion,
    },
    flags: [...flagsOf(visit)],
    simulated,
  };
  return { quote, proof: { bodySha256, body, contentType: "application/json", fetchedAt } };
}

/** What the shop said arrives is kept, also where its fee and rate give something else (METHOD 1). */
function flagsOf({ amount, fee, rate, received, payOutFee, feePlacement, corridor }: StoredVisit): readonly string[] {
  if (rate === null || received === null) return [];
  const price = {
    amount: parseDecimal(amount),
    fee: parseDecimal(fee),
    rate: parseDecimal(rate),
    received: parseDecimal(received),
    payOutFee: payOutFee === null ? null : parseDecimal(payOutFee),
  };
  return statedReceivedFlags(price, feePlacement, minorUnits(corridor.receiveCurrency));
}
