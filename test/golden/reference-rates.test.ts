import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { decimalText, parseDecimal, type RateRow, selectReferenceRate } from "@openremit/shared/domain";
import { parse } from "csv-parse/sync";
import { buildRateKnowledge } from "../support/rate-knowledge.ts";

/** `rows.csv` holds what was published, by set; `cases.csv` what METHOD 4 makes of a set, with the sum beside it. */
function readTable(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(`./reference-rates/${name}.csv`, import.meta.url)), { columns: true });
}

const published = readTable("rows").map((line) => ({
  set: line.rows,
  row: {
    source: line.source ?? "",
    base: line.base ?? "",
    quote: line.quote ?? "",
    value: parseDecimal(line.value ?? ""),
    observedOn: line.observedOn ?? "",
    contributors: parseDecimal(line.contributors ?? "").toNumber(),
  } satisfies RateRow,
}));

describe("reference rates a researcher can check by hand (METHOD 4)", () => {
  for (const { rows, case: name, base, quote, at, byHand, ...expected } of readTable("cases")) {
    it(`${name}: ${base} to ${quote}, ${byHand}`, () => {
      const known = published.filter(({ set }) => set === rows).map(({ row }) => row);
      const question = { base: base ?? "", quote: quote ?? "", at: new Date(at ?? "") };
      const rate = selectReferenceRate(question, buildRateKnowledge(known));
      expect({
        value: rate.value === null ? "" : decimalText(rate.value.toSignificantDigits(12)),
        source: rate.source ?? "",
        layer: `${rate.layer ?? ""}`,
        observedOn: rate.observedOn ?? "",
        missedPublications: `${rate.missedPublications ?? ""}`,
        ageDays: `${rate.ageDays ?? ""}`,
        status: rate.status,
        reason: rate.reason ?? "",
        flags: rate.flags.join("|"),
      }).toEqual(expected);
    });
  }
});
