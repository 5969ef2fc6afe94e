import { describe, expect, it, jest } from "@jest/globals";
import { runRolling } from "./rolling/run-rolling.ts";

jest.setTimeout(240_000);

describe("two versions of the API over one database, during a rolling upgrade", () => {
  /** `npm run faults -- rolling` does it over a larger record. */
  it("answer everything, and lose nothing that is recorded meanwhile", async () => {
    const report = await runRolling({ quotes: 5_000, visits: 40 });
    expect(report).toMatchObject({ errors: [], handedOver: 41, recorded: 41, lostOrDoubled: 0 });
    expect(report.migrations.at(-1)).toBe("9999-of-a-newer-version");
    expect(report.answered).toBeGreaterThan(100);
  });
});
