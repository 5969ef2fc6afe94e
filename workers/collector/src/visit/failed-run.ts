import { type Coverage, dailyCapIssue, type RecordJob, type SourceIssue } from "@openremit/shared/contracts";
import { type ErrorCode, OpenRemitError } from "@openremit/shared/domain";
import { firstOf } from "../adapters/plain-text.ts";
import type { PlannedVisit } from "./plan-visit.ts";
import { storableIssues } from "./storable-issues.ts";
import { describeRun, type Visit } from "./visit.ts";

/** Failures a person should look at, and the code their issue gets. A timeout or a 429 passes by itself. */
const issueCodes: Partial<Record<ErrorCode, string>> = {
  source_shape: "unfamiliar_answer",
  source_refused: "refused",
  expectation: "expectation_broken",
  config: "configuration",
  domain: "defect",
};

/** The run row of a visit that brought nothing: it covers nothing, so what was known before stays. */
export function buildFailedRun(visit: Visit, planned: PlannedVisit, error: unknown, finishedAt: string): RecordJob {
  const code = error instanceof OpenRemitError ? error.code : "domain";
  const message = error instanceof Error ? error.message : String(error);
  const source = planned.source.key;
  const covers: Coverage[] = [];
  return {
    schemaVersion: 1,
    run: {
      ...describeRun(visit, { source, kind: planned.kind, adapterVersion: planned.adapterVersion, finishedAt }),
      outcome: code === "expectation" ? "quarantined" : "failed",
      covers,
      errorCode: code,
      errorMessage: firstOf(message, 2_000),
    },
    quotes: [],
    rates: [],
    issues: storableIssues(issueOf(source, code, message, dailyCapOf(error))),
  };
}

/** The day on which as many requests were made as config allows in one; null where that is not what happened. */
function dailyCapOf(error: unknown): string | null {
  const day = error instanceof OpenRemitError ? error.details.dailyCap : null;
  return typeof day === "string" ? day : null;
}

function issueOf(source: string, code: ErrorCode, detail: string, dailyCap: string | null): SourceIssue[] {
  if (dailyCap !== null) return [{ source, code: dailyCapIssue, subject: dailyCap, detail }];
  const issueCode = issueCodes[code];
  if (issueCode === undefined) return [];
  return [{ source, code: issueCode, subject: "visit", detail }];
}
