import type { PublishedRate } from "@openremit/shared/contracts";
import { Decimal } from "@openremit/shared/domain";
import type { ParsedRates, SetAside, SourceAnswer } from "../adapter.ts";

/** A publisher's own figure: one institution stands behind it. */
export type BankRate = Omit<PublishedRate, "contributors">;

export interface ReadRates {
  /** A blend of several institutions says how many they are. */
  readonly rates: readonly (BankRate | PublishedRate)[];
  readonly setAside: readonly SetAside[];
}

/**
 * Reads the answers of a visit one by one and says which answer proves which rate. A row that is listed again with the
 * same figure is one row. Two figures for one pair and day are both set aside: nobody could say which one holds.
 */
export function gatherRates(answers: readonly SourceAnswer[], read: (answer: SourceAnswer) => ReadRates): ParsedRates {
  const rows = new Map<string, { readonly rate: PublishedRate; readonly proof: number }>();
  const contradicted = new Map<string, BankRate>();
  const setAside = new Map<string, SetAside>();
  for (const [proof, answer] of answers.entries()) {
    const found = read(answer);
    for (const aside of found.setAside) setAside.set(`${aside.code} ${aside.subject}`, aside);
    for (const rate of found.rates) {
      const row = `${rate.base}/${rate.quote} ${rate.observedOn}`;
      const known = rows.get(row);
      if (known === undefined) rows.set(row, { rate: { contributors: 1, ...rate }, proof });
      else if (!new Decimal(known.rate.value).eq(rate.value)) contradicted.set(row, rate);
    }
  }
  for (const [row, { base, quote, observedOn }] of contradicted) {
    rows.delete(row);
    const subject = `${base}/${quote}`;
    setAside.set(subject, { code: "ambiguous_rate", subject, detail: `two different figures for ${observedOn}` });
  }
  const kept = [...rows.values()];
  return {
    rates: kept.map(({ rate }) => rate),
    setAside: [...setAside.values()],
    proofs: kept.map(({ proof }) => proof),
  };
}
