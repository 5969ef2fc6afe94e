import { inTime } from "../runtime/index.ts";
import type { Database } from "../storage/index.ts";

const probeTimeoutMs = 1_000;
/** Whoever asks within it hears the same: any number of askers cost one connection. */
const holdsMs = 1_000;

/** Asks PostgreSQL whether it answers, at most once a second. A connection that stays silent is given up, not kept. */
export function createProbe({ pool }: Pick<Database, "pool">): () => Promise<boolean> {
  let last: { readonly at: number; readonly isUp: Promise<boolean> } | null = null;
  const question = { text: "select 1", query_timeout: probeTimeoutMs };

  async function ask(): Promise<boolean> {
    try {
      await inTime(probeTimeoutMs, pool.query(question), "PostgreSQL");
      return true;
    } catch {
      return false;
    }
  }

  return () => {
    const at = performance.now();
    if (last === null || at - last.at >= holdsMs) last = { at, isUp: ask() };
    return last.isUp;
  };
}
