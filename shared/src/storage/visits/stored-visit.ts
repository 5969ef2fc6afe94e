import { createHash } from "node:crypto";
import type { NewVisit } from "../../contracts/index.ts";
import { type Corridor, corridorKey, decimalText, parseDecimal } from "../../domain/index.ts";

/** A visit as it was typed, with its corridor resolved and every figure in one way of writing. */
export interface StoredVisit {
  readonly corridor: Corridor;
  readonly provider: string;
  readonly visitedAt: string;
  readonly visitor: string;
  readonly enteredBy: string;
  readonly amount: string;
  readonly feePlacement: NewVisit["feePlacement"];
  readonly fee: string;
  readonly rate: string | null;
  readonly received: string | null;
  readonly speed: NonNullable<NewVisit["speed"]> | null;
  readonly payIn: NewVisit["payIn"];
  readonly payOut: NewVisit["payOut"];
  readonly payOutFee: string | null;
  readonly where: string | null;
}

/** @param corridor the one that country pair and currency name */
export function buildStoredVisit(visit: NewVisit, corridor: Corridor): StoredVisit {
  const { id, sendCountry, sendCurrency, receiveCountry, receiveCurrency } = corridor;
  return {
    corridor: { id, sendCountry, sendCurrency, receiveCountry, receiveCurrency },
    provider: visit.provider,
    visitedAt: toTheMinute(visit.visitedAt),
    visitor: visit.visitor,
    enteredBy: visit.enteredBy,
    amount: plain(visit.amount),
    feePlacement: visit.feePlacement,
    fee: plain(visit.fee),
    rate: plainOrNull(visit.rate),
    received: plainOrNull(visit.received),
    speed: visit.speed ?? null,
    payIn: visit.payIn,
    payOut: visit.payOut,
    payOutFee: plainOrNull(visit.payOutFee),
    where: visit.where === undefined || visit.where === "" ? null : visit.where,
  };
}

/** What makes two entries one visit; everything else has to agree. */
export function identityOf({ corridor, provider, visitedAt, visitor, payIn, payOut, amount }: StoredVisit): string {
  return hashOf([corridorKey(corridor), provider, visitedAt.slice(0, 10), visitor, payIn, payOut, amount]);
}

/** What two entries are compared by. Of words only letters and digits count: two people type them in two ways. */
export function comparedFields(visit: StoredVisit): Readonly<Record<string, string | null>> {
  const { fee, feePlacement, rate, received, speed, payOutFee, where, visitedAt } = visit;
  const words = where?.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "") ?? null;
  return { fee, feePlacement, rate, received, speed, payOutFee, where: words, visitedAt };
}

export function hashOf(values: unknown): string {
  return createHash("sha256").update(JSON.stringify(values)).digest("hex");
}

function plain(text: string): string {
  return decimalText(parseDecimal(text));
}

function plainOrNull(text: string | undefined): string | null {
  return text === undefined ? null : plain(text);
}

function toTheMinute(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 16)}:00.000Z`;
}
