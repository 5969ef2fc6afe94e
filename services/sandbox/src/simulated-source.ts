import { type Decimal, decimalText, roundHalfUp } from "@openremit/shared/domain";
import { LosslessNumber, stringify } from "lossless-json";
import type { Market } from "./model/market.ts";

/** A request as a source sees it: the path is the one on the source's own host. */
export interface SimulatedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

export interface SimulatedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** One publisher of prices or rates, in its own wire shape. */
export interface SimulatedSource {
  readonly key: string;
  /** A field its readers need: the fault `changed_field` spells it differently. */
  readonly field: string;
  /** The robots.txt of its host. */
  readonly robots: string;
  /** Pure: the same request on the same market gives the same bytes. Null: no such page. */
  answer(request: SimulatedRequest, market: Market): SimulatedAnswer | null;
}

export const openRobots = "User-agent: *\nAllow: /\n";

/** Numbers that are money or rates come as `wireNumber`, so that no digit passes through a binary float. */
export function jsonAnswer(content: unknown, status = 200): SimulatedAnswer {
  return { status, contentType: "application/json", body: stringify(content) ?? "null" };
}

/** A JSON number of at most `places` decimals, printed without trailing zeros, as most JSON writers do. */
export function wireNumber(value: Decimal, places: number): LosslessNumber {
  return new LosslessNumber(decimalText(roundHalfUp(value, places)));
}

/** UTC to the second, as in `2026-07-02T12:28:18Z`. */
export function secondsText(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
