import { describe, expect, it } from "@jest/globals";
import { settleVisit, type VisitEntry } from "@openremit/shared/domain";
import fc from "fast-check";

let last = 0;
const entry = (fields: Partial<VisitEntry> = {}): VisitEntry => {
  last += 1;
  return { entryId: `entry ${last}`, enterer: "a", fields: { fee: "5", rate: "10.5" }, notes: [], ...fields };
};
const entryArbitrary = fc
  .record({
    enterer: fc.constantFrom("a", "b", "c"),
    fields: fc.record({ fee: fc.constantFrom("4", "5"), rate: fc.constantFrom("10.5", null) }),
    notes: fc.constantFrom<VisitEntry["notes"]>([], ["does_not_add_up"]),
  })
  .map((fields) => entry(fields));
const entriesArbitrary = fc.array(entryArbitrary, { minLength: 1, maxLength: 6 });
const seeded = { seed: 7, numRuns: 500 };

describe("double entry", () => {
  it("shows nothing that one person alone has typed, however often", () => {
    const ofOne = fc.array(
      entryArbitrary.map((one) => ({ ...one, enterer: "a" })),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(ofOne, (entries) => {
        expect(settleVisit(entries)).toEqual({ state: "waiting", entryId: null, differing: [] });
      }),
      seeded,
    );
  });

  it("lets through exactly what the last entries of two people agree on", () => {
    fc.assert(
      fc.property(entriesArbitrary, (entries) => {
        const lasts = [...new Map(entries.map((one) => [one.enterer, one])).values()];
        const said = lasts.map(({ fields }) => JSON.stringify([fields.fee, fields.rate]));
        const isAgreed = new Set(said).size < said.length;
        const { state, entryId, differing } = settleVisit(entries);

        expect(state === "accepted" || state === "held").toBe(isAgreed);
        expect(entryId !== null).toBe(isAgreed);
        expect(differing.length > 0).toBe(state === "differs");
        if (state === "accepted") expect(lasts.find((one) => one.entryId === entryId)?.notes).toEqual([]);
      }),
      seeded,
    );
  });

  it("says which fields differ, from the nearest of the others", () => {
    const entries = [
      entry({ enterer: "a", fields: { fee: "4", rate: null, where: "bank" } }),
      entry({ enterer: "b", fields: { fee: "5", rate: "10.5", where: "bank" } }),
      entry({ enterer: "c", fields: { fee: "5", rate: "10.4", where: "bank" } }),
    ];
    expect(settleVisit(entries)).toEqual({ state: "differs", entryId: null, differing: ["rate"] });
  });

  it("takes a slip back: the person's last entry stands, and the earlier of the two that agree counts", () => {
    const slip = entry({ enterer: "a", fields: { fee: "50" } });
    const other = entry({ enterer: "b", fields: { fee: "5" } });
    const better = entry({ enterer: "a", fields: { fee: "5" } });
    expect(settleVisit([slip, other, better])).toEqual({ state: "accepted", entryId: other.entryId, differing: [] });
  });

  it("keeps back what either of the two entries gave reason to look at", () => {
    const entries = [entry({ enterer: "a" }), entry({ enterer: "b", notes: ["far_from_reference"] })];
    expect(settleVisit(entries).state).toBe("held");
  });
});
