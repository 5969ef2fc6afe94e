import { dailyCapIssue, type RecordJob, type SourceIssue } from "@openremit/shared/contracts";
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

/**
 * The run row of a visit that brought nothing that is shown, so that what was known before stays. One that the rules set
 * aside takes along what it read: somebody may look at it and accept it.
 */
export function buildFailedRun(visit: Visit, planned: PlannedVisit, error: unknown, at: Date): RecordJob {
  const code = error instanceof OpenRemitError ? error.code : "domain";
  const message = error instanceof Error ? error.message : String(error);
  const source = planned.source.key;
  const finishedAt = at.toISOString();
  const aside = code === "expectation" ? setAside(visit, planned, at) : nothing;
  return {
    schemaVersion: 1,
    run: {
      ...describeRun(visit, { source, kind: planned.kind, adapterVersion: planned.adapterVersion, finishedAt }),
      outcome: code === "expectation" ? "quarantined" : "failed",
      covers: aside.covers,
      errorCode: code,
      errorMessage: firstOf(message, 2_000),
    },
    quotes: aside.quotes,
    rates: aside.rates,
    issues: storableIssues([...issueOf(source, code, message, dailyCapOf(error)), ...aside.issues]),
  };
}

type Aside = Pick<RecordJob, "quotes" | "rates" | "issues"> & Pick<RecordJob["run"], "covers">;
const nothing: Aside = { covers: [], quotes: [], rates: [], issues: [] };

/** Where the adapter itself broke an expectation, nothing was read. */
function setAside(visit: Visit, planned: PlannedVisit, at: Date): Aside {
  try {
    const { run, quotes, rates, issues } = planned.setAside(visit, at);
    return { covers: run.covers, quotes, rates, issues };
  } catch (error) {
    if (error instanceof OpenRemitError) return nothing;
    throw error;
  }
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
