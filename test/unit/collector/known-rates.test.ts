import { describe, expect, it } from "@jest/globals";
import type { RateObservation } from "@openremit/shared/contracts";
import { selectReferenceRate } from "@openremit/shared/domain";
import { createReferenceFor } from "../../../workers/collector/src/visit/choose-reference.ts";
import { createRatesReader } from "../../../workers/collector/src/visit/read-known-rates.ts";
import { buildRateKnowledge, buildRow } from "../../support/rate-knowledge.ts";
import { buildRate } from "../../support/record-job.ts";

const at = (time: string) => new Date(`2026-11-20T${time}Z`);
const euroDollar = { base: "EUR", quote: "USD" };

/** A store that counts how often its rates are read. */
function openStore() {
  const state = { version: "one", rates: [buildRate()] as readonly RateObservation[], reads: 0, isUp: true };
  return {
    state,
    latest: {
      readRatesVersion: async () => state.version,
      readRates: async () => {
        state.reads += 1;
        if (!state.isUp) throw new Error("connection refused");
        return [...state.rates];
      },
    },
  };
}

const catalog = { rateKnowledge: buildRateKnowledge };

describe("the known reference rates", () => {
  it("are read once while their version is the same, also by visits that begin together", async () => {
    const { state, latest } = openStore();
    const read = createRatesReader(catalog, latest);
    const [first, second] = await Promise.all([read(), read()]);
    expect(first.rateRows.map(({ value }) => value.toString())).toEqual(["10.8123"]);
    expect([second, await read(), state.reads]).toEqual([first, first, 1]);
  });

  it("are read again by the visit that follows another version", async () => {
    const { state, latest } = openStore();
    const read = createRatesReader(catalog, latest);
    await read();
    Object.assign(state, { version: "two", rates: [buildRate({ value: "10.9" })] });
    const { rateRows, referenceFor } = await read();
    expect(rateRows.map(({ value }) => value.toString())).toEqual(["10.9"]);
    expect(referenceFor?.({ base: "EUR", quote: "MAD", at: at("16:00:00") })?.toString()).toBe("10.9");
  });

  it("are read again after Redis was away", async () => {
    const { state, latest } = openStore();
    const read = createRatesReader(catalog, latest);
    state.isUp = false;
    await expect(read()).rejects.toThrow("connection refused");
    state.isUp = true;
    expect((await read()).rateRows).toHaveLength(1);
  });
});

describe("a shared choice of reference rates", () => {
  const knowledge = buildRateKnowledge([
    buildRow({ source: "ecb", ...euroDollar, value: "1.15", observedOn: "2026-11-19" }),
    buildRow({ source: "ecb", ...euroDollar, value: "1.16", observedOn: "2026-11-20" }),
  ]);

  it("is at every moment what a visit would choose for itself, to the second of a publication", () => {
    const referenceFor = createReferenceFor(knowledge);
    const times = ["14:59:59.999", "15:00:00.000", "15:00:59.999", "14:59:00.000"].map(at);
    const chosen = times.map((time) => referenceFor({ ...euroDollar, at: time })?.toString());
    expect(chosen).toEqual(["1.15", "1.16", "1.16", "1.15"]);
    expect(chosen).toEqual(
      times.map((time) => selectReferenceRate({ ...euroDollar, at: time }, knowledge).value?.toString()),
    );
  });

  it("is made once for a pair within a minute", () => {
    let looks = 0;
    const counted = {
      ...knowledge,
      get rows() {
        looks += 1;
        return knowledge.rows;
      },
    };
    const referenceFor = createReferenceFor(counted);
    referenceFor({ ...euroDollar, at: at("15:00:00") });
    const looksOnce = looks;
    referenceFor({ ...euroDollar, at: at("15:00:59") });
    expect(looks).toBe(looksOnce);
    referenceFor({ base: "USD", quote: "EUR", at: at("15:00:59") });
    expect(looks).toBeGreaterThan(looksOnce);
  });

  it("remembers also that there is none", () => {
    const referenceFor = createReferenceFor(knowledge);
    const unknown = { base: "EUR", quote: "KES", at: at("15:00:00") };
    expect([referenceFor(unknown), referenceFor(unknown)]).toEqual([null, null]);
  });
});
