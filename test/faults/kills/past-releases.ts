import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReleaseJob } from "@openremit/shared/contracts";
import type { JobQueue } from "@openremit/shared/queue";

/** Days before anything was known, so that releases are small: `count` of them. */
export function pastDays(count: number): string[] {
  return Array.from({ length: count }, (_, index) => new Date(Date.UTC(2026, 8, 1 + index)).toISOString().slice(0, 10));
}

/** What `npm run release` puts on the queue, for one day after another. */
export async function askForReleases(queue: JobQueue<ReleaseJob>, days: readonly string[]): Promise<void> {
  await queue.addBulk(days.map((asOf) => ({ name: asOf, data: { schemaVersion: 1, asOf }, opts: { jobId: asOf } })));
}

/** Days whose release is not there, or not as its own sums say. */
export function findBrokenReleases(directory: string, days: readonly string[]): string[] {
  return days.filter((day) => !isWhole(join(directory, `simulated-${day}`)));
}

function isWhole(release: string): boolean {
  const sums = join(release, "SHA256SUMS");
  if (!existsSync(sums)) return false;
  const lines = readFileSync(sums, "utf8").trimEnd().split("\n");
  return lines.every((line) => {
    const [sum = "", name = ""] = line.split("  ");
    const path = join(release, name);
    return existsSync(path) && createHash("sha256").update(readFileSync(path)).digest("hex") === sum;
  });
}
