import { issueLengths, mostIssues, type SourceIssue } from "@openremit/shared/contracts";
import { firstOf } from "../adapters/plain-text.ts";

/** What a visit raises, as it can be recorded: a source's words cut to length, and each code and subject once. */
export function storableIssues(raised: readonly SourceIssue[]): SourceIssue[] {
  const issues = raised.map((issue) => ({
    ...issue,
    subject: firstOf(issue.subject, issueLengths.subject),
    detail: firstOf(issue.detail, issueLengths.detail),
  }));
  const distinct = new Map(issues.map((issue) => [`${issue.code} ${issue.subject}`, issue]));
  return [...distinct.values()].slice(0, mostIssues);
}
