import { describe, expect, it, jest } from "@jest/globals";
import { scenarios } from "./hostile/exec-hostile.ts";

jest.setTimeout(180_000);

/** `npm run faults -- hostile` prints what was seen of each. */
describe("everything that the world outside may do", () => {
  it.each(Object.keys(scenarios))("is met as it should be: %s", async (name) => {
    const findings = (await scenarios[name]?.()) ?? [];
    expect(findings.length).toBeGreaterThan(1);
    expect(findings.filter(({ held }) => !held)).toEqual([]);
  });
});
