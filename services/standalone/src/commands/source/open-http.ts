import { type Answer, createHttpClient, type HttpClient } from "@openremit/shared/http";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import { createLogger, version } from "@openremit/shared/runtime";
import { createSourceGate, type Stores } from "@openremit/shared/storage";
import type { SourceTool } from "./source-tool.ts";

interface HandClient {
  /** Required in simulated mode. */
  readonly sandboxUrl?: string | undefined;
  /** Where the day's requests are counted, in real mode. */
  readonly stores: Stores | null;
  /** Told of every answer as it may be kept. */
  readonly keep?: (answer: Answer) => Promise<void>;
}

/** The client of the collector, for a visit by hand: the same identity, robots.txt, pace and count of the day. */
export function openHttp({ env, mode, clock }: SourceTool, { sandboxUrl, stores, keep }: HandClient): HttpClient {
  return createHttpClient({
    mode,
    contact: env.OPENREMIT_CONTACT,
    version,
    logger: createLogger("source", { level: "warn" }),
    clock,
    sandboxUrl,
    sourceKeys: env.sourceKeys,
    saveSnapshot: async (answer) => keep?.(answer),
    ...(mode === "real" &&
      stores !== null && { countRequest: createSourceGate(stores.redis, defaultQueuePrefix, clock) }),
  });
}
