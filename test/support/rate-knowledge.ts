import {
  Decimal,
  type Peg,
  type RateKnowledge,
  type RateRow,
  type RateSourcePolicy,
  type RegimeKind,
} from "@openremit/shared/domain";

/** One source of every layer and calendar, with the hours used in config. */
export const ratePolicies: readonly RateSourcePolicy[] = [
  { key: "ecb", layer: 1, minimumContributors: 1, publication: { calendar: "target", atUtc: "15:00" } },
  { key: "frankfurter", layer: 1, minimumContributors: 2, publication: { calendar: "weekdays", atUtc: "17:00" } },
  { key: "central-bank", layer: 2, minimumContributors: 1, publication: { calendar: "weekdays", atUtc: "09:00" } },
  { key: "open-er-api", layer: 3, minimumContributors: 1, publication: { calendar: "daily", atUtc: "00:30" } },
  { key: "other-gap-filler", layer: 3, minimumContributors: 1, publication: { calendar: "daily", atUtc: "00:30" } },
  { key: "inforeuro", layer: 4, minimumContributors: 1, publication: { calendar: "monthly", atUtc: "00:00" } },
];

const regimes: Readonly<Record<string, RegimeKind>> = {
  MAD: "managed",
  DZD: "multiple",
  XOF: "hard_peg",
  XAF: "hard_peg",
  AED: "hard_peg",
  SAR: "hard_peg",
  NPR: "hard_peg",
};

export function buildPeg(currency: string, anchor: string, value: string, until: string | null = null): Peg {
  return { currency, anchor, value: new Decimal(value), since: "1999-01-01", until, source: "test" };
}

/** A row with only what matters to the case. */
export function buildRow(
  row: Omit<RateRow, "value" | "contributors"> & { value: string; contributors?: number },
): RateRow {
  return { contributors: 10, ...row, value: new Decimal(row.value) };
}

/** Rows among invented sources, real parities and the TARGET closing days of 2026. */
export function buildRateKnowledge(rows: readonly RateRow[], changes: Partial<RateKnowledge> = {}): RateKnowledge {
  return {
    rows,
    sources: new Map(ratePolicies.map((policy) => [policy.key, policy])),
    pegs: [
      buildPeg("XOF", "EUR", "655.957"),
      buildPeg("XAF", "EUR", "655.957"),
      buildPeg("BGN", "EUR", "1.95583", "2025-12-31"),
      buildPeg("AED", "USD", "3.6725"),
      buildPeg("SAR", "USD", "3.75"),
      buildPeg("NPR", "INR", "1.6"),
    ],
    majors: new Set(["EUR", "USD", "GBP"]),
    regimeOf: (currency) => regimes[currency] ?? "float",
    targetClosedOn: new Set(["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2026-12-26"]),
    ...changes,
  };
}
