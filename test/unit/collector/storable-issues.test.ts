import { describe, expect, it } from "@jest/globals";
import { recordJob, sourceIssue } from "@openremit/shared/contracts";
import { storableIssues } from "../../../workers/collector/src/visit/storable-issues.ts";

const issue = { source: "wise", code: "unknown_pay_in", subject: "BANCONTACT", detail: "pay-in code in no table" };

describe("what a visit raises", () => {
  it("stays as it is where it can be stored, each code and subject once", () => {
    const other = { ...issue, code: "unknown_pay_out" };
    expect(storableIssues([issue, other, { ...issue }])).toEqual([issue, other]);
  });

  it("is cut to length where a source's words are huge, and never through a character", () => {
    const huge = "x".concat("\u{1F642}".repeat(500_000));
    const [cut] = storableIssues([{ ...issue, subject: huge, detail: huge }]);
    expect(sourceIssue.parse(cut)).toEqual(cut);
    expect([cut?.subject.length, cut?.detail.length]).toEqual([199, 1_999]);
    expect(`${cut?.subject}${cut?.detail}`).not.toMatch(/\p{Surrogate}/u);
  });

  it("is one issue where the parts that can be stored are the same", () => {
    const long = "\u0639".repeat(200);
    expect(storableIssues(["a", "b"].map((end) => ({ ...issue, subject: long + end })))).toHaveLength(1);
  });

  it("is no more than a run may carry", () => {
    const many = Array.from({ length: 1_001 }, (_, place) => ({ ...issue, subject: `code ${place}` }));
    expect(recordJob.shape.issues.safeParse(many).success).toBe(false);
    expect(recordJob.shape.issues.safeParse(storableIssues(many)).success).toBe(true);
  });
});
