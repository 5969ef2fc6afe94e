import { recordRunJob } from "@openremit/recorder";
import { createComparison } from "@openremit/shared/comparison";
import type { ApiKeyScope, RecordJob } from "@openremit/shared/contracts";
import { createLogger } from "@openremit/shared/runtime";
import { createApiKey, createKeyRing, recordAccepted } from "@openremit/shared/storage";
import { createOperatorDesk, openOperatorQueues } from "@openremit/web";
import { sceneCatalog, sceneNow } from "./comparison-scene.ts";
import { buildQuote, buildQuotesJob } from "./record-job.ts";
import { openStorageScene } from "./storage-scene.ts";
import { serveWeb } from "./web-scene.ts";

export type OperatorScene = Awaited<ReturnType<typeof openOperatorScene>>;

const at = "2026-11-23T11:00:00.000Z";

/** A run of wise that the checks set aside. */
function setAside(): RecordJob {
  const message = 'the rate is 40 % from the reference <script>alert("x")</script>';
  const quote = buildQuote({ source: "wise", provider: "wise", observedAt: at, fetchedAt: at });
  const run = { source: "wise", outcome: "quarantined", errorCode: "expectation", errorMessage: message } as const;
  const issue = { source: "wise", code: "expectation_broken", subject: "visit", detail: message };
  return buildQuotesJob({ run: { ...run, fetchedAt: at }, quotes: [quote], issues: [issue] });
}

/** The operator's page on a real Redis and PostgreSQL, with a key that may operate, one that may not, and work to do. */
export async function openOperatorScene(options: { readonly publicUrl?: string } = {}) {
  const stores = await openStorageScene();
  const { database, latest, redisUrl, prefix } = stores;
  const clock = { at: sceneNow, now: () => clock.at };
  const lines: string[] = [];
  const logger = createLogger("web", { level: "debug", destination: { write: (line) => void lines.push(line) } });
  const comparison = createComparison({ catalog: sceneCatalog, latest, database, clock, logger, mode: "simulated" });
  await comparison.start();
  const waiting = setAside();
  await recordRunJob(waiting, stores);
  const queues = openOperatorQueues({ catalog: sceneCatalog, redisUrl, prefix, logger });
  const web = await serveWeb({
    ...options,
    catalog: sceneCatalog,
    comparison,
    keyRing: createKeyRing({ database, clock, logger }),
    operatorDesk: createOperatorDesk({ catalog: sceneCatalog, comparison, database, queues, clock, logger }),
    mode: "simulated",
    clock,
    logger,
    formSecret: "a secret of thirty-two characters",
  });
  const makeKey = (label: string, scopes: readonly ApiKeyScope[]) =>
    createApiKey(database, { label, scopes, expiresAt: null }, sceneNow);
  return {
    ...stores,
    clock,
    lines,
    origin: web.origin,
    waiting,
    operator: await makeKey("Ayşe", ["operate"]),
    reader: await makeKey("a reader", ["read:bulk"]),
    /** What the recorder does every other second. */
    recordAccepted: () =>
      recordAccepted({ database, now: () => clock.now(), record: (job) => recordRunJob(job, stores) }),
    async close() {
      web.close();
      await queues.close();
      await comparison.stop();
      await stores.close();
    },
  };
}
