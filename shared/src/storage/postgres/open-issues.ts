import type { Database } from "./database.ts";

/** Something about a source that was raised and not settled since. */
export interface OpenIssue {
  readonly source: string;
  readonly code: string;
  readonly subject: string;
  /** As the last run that raised it said it. */
  readonly detail: string;
  /** Runs that raised it. */
  readonly count: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

/** Open issues, the most recently seen first. */
export async function readOpenIssues(database: Database): Promise<readonly OpenIssue[]> {
  const rows = await database.db
    .selectFrom("source_issues")
    .select(["source", "code", "subject", "detail", "count", "first_seen_at", "last_seen_at"])
    .where("closed_at", "is", null)
    .orderBy("last_seen_at", "desc")
    .orderBy("issue_id")
    .execute();
  return rows.map(({ first_seen_at, last_seen_at, ...issue }) => ({
    ...issue,
    firstSeenAt: first_seen_at.toISOString(),
    lastSeenAt: last_seen_at.toISOString(),
  }));
}
