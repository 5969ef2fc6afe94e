import { describe, expect, it } from "@jest/globals";
import type { PublishedQuote } from "@openremit/shared/contracts";
import { observeQuotes, type Witness } from "../../../workers/collector/src/visit/observe-quotes.ts";
import { buildObservation, buildQuoteSource } from "../../support/build-observation.ts";

const { receipt, fetchedAt } = buildObservation();
const witness: Witness = {
  source: buildQuoteSource(),
  fetchedAt,
  precision: "second",
  statedPrecision: "second",
  flags: [],
  receiptOf: () => receipt,
  simulated: true,
  providerByAlias: (alias) => alias,
};

/** The flags under which a price would be stored. */
function flagsOf(price: Partial<PublishedQuote>): readonly string[] | undefined {
  const sample = { feePlacement: "inside", amount: "200", fee: "2", rate: "10", received: "1980" } as const;
  return observeQuotes([{ ...buildObservation(sample), ...price }], witness).quotes[0]?.flags;
}

describe("an observed quote", () => {
  it.each<[string, Partial<PublishedQuote>, string[]]>([
    ["states what its fee and rate give", {}, []],
    ["is a minor unit off", { received: "1980.01" }, []],
    ["is two minor units off", { received: "1980.02" }, ["stated_received_differs"]],
    ["has its fee on top", { feePlacement: "on_top", received: "2000" }, []],
    ["forgets the fee", { received: "2000" }, ["stated_received_differs"]],
    ["takes a fee at pay-out", { payOutFee: "5", received: "1975" }, []],
    ["states nothing", { received: null }, []],
    ["hides its fee", { fee: null, received: "2000" }, []],
    ["is a schedule", { amount: null, fee: null, received: null }, []],
  ])("that %s is flagged as METHOD 1 says", (_, price, flags) => {
    expect(flagsOf(price)).toEqual(flags);
  });
});
