import type { AuditJob } from "@openremit/shared/contracts";
import {
  auditQueueName,
  type JobQueue,
  makeSchedulersEqual,
  type OnError,
  type QueueConnection,
  repeatOnReturn,
} from "@openremit/shared/queue";

const everyMs = 300_000;
/** A Redis that lost its memory unnoticed leaves the sources unwatched for so long. */
const lookEveryMs = 60_000;

/** Has the audit done every five minutes, by one publisher, whatever Redis forgets. Returns the way to stop. */
export async function scheduleAudit(queue: JobQueue<AuditJob>, connection: QueueConnection, onError: OnError) {
  const schedule = async () => {
    await makeSchedulersEqual(queue, [{ id: auditQueueName, everyMs, payload: { schemaVersion: 1 } }]);
  };
  await schedule();
  return repeatOnReturn(connection, { everyMs: lookEveryMs, work: schedule, onError });
}
