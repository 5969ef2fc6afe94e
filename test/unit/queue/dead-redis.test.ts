import { describe, expect, it } from "@jest/globals";
import { closeQueues, createQueue, createWorker, defineJob, openQueueConnection } from "@openremit/shared/queue";
import { z } from "zod";

/** Nobody listens on the discard port. */
const deadUrl = "redis://127.0.0.1:9";
const job = defineJob({ name: "notes", schema: z.object({}), exec: async () => {} });

describe("queues while Redis is away", () => {
  it("report it instead of falling over, and close in time", async () => {
    const errors: string[] = [];
    const onError = (error: Error) => void errors.push(error.message);
    const connection = openQueueConnection(deadUrl, "test", onError);
    const queue = createQueue(job, connection, "{test}", onError);
    const worker = createWorker({ definition: job, connection, prefix: "{test}", context: null, onError });
    const adding = Promise.allSettled([queue.add("notes", {})]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const started = performance.now();
    await closeQueues({ workers: [worker], queues: [queue], connection }, 500);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await adding).toMatchObject([{ status: "rejected" }]);
    expect(errors.join()).toContain("ECONNREFUSED");
  });
});
