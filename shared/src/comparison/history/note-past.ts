import { createHash } from "node:crypto";
import type { PastPrices } from "../past.ts";

/** The past, and the version of what was read of it. */
export interface NotedPast {
  readonly past: PastPrices;
  /** Equal where the same quotes, in the same revisions, and the same reference rates were read. */
  version(): string;
}

/** Takes note of everything that is read for one answer, in whatever order. */
export function notePast(past: PastPrices): NotedPast {
  const notes = new Set<string>();
  return {
    past: {
      async referencesAt(at, days) {
        const references = await past.referencesAt(at, days);
        notes.add(references.version);
        return references;
      },
      async quotesBetween(...question) {
        const quotes = await past.quotesBetween(...question);
        for (const { quoteId, fetchedAt, receipt } of quotes) {
          notes.add(`${quoteId} ${fetchedAt} ${receipt.answerSha256} ${receipt.adapterVersion}`);
        }
        return quotes;
      },
    },
    version: () =>
      createHash("sha256")
        .update([...notes].sort().join("\n"))
        .digest("hex")
        .slice(0, 16),
  };
}
