import type { Decimal } from "../decimal.ts";
import type { PayIn, PayOut, Speed } from "../vocabulary.ts";
import type { SurveyAmount, SurveyLayout } from "./vocabulary.ts";

/** What the statistics need of a surveyed service at one amount. */
export interface SurveyPrice {
  readonly layout: SurveyLayout;
  /** A quarter such as `2014-Q2`. */
  readonly period: string;
  /** ISO 3166-1 alpha-3, as the destination. */
  readonly sourceCountry: string;
  readonly destinationCountry: string;
  readonly firm: string;
  readonly firmType: string | null;
  readonly payIn: PayIn | null;
  readonly payOut: PayOut | null;
  readonly speed: Speed | null;
  readonly speedDays: number | null;
  /** Network in the receiving country, as published. */
  readonly coverage: string | null;
  readonly amountUsd: SurveyAmount;
  /** Per cent, as published. */
  readonly totalCostPct: Decimal | null;
  readonly transparent: boolean | null;
}

/** A price that enters averages: its total is known. */
export interface CountedPrice extends SurveyPrice {
  readonly totalCostPct: Decimal;
}

/** `BEL-MAR` */
export function surveyCorridorOf({ sourceCountry, destinationCountry }: SurveyPrice): string {
  return `${sourceCountry}-${destinationCountry}`;
}
