import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { SourcesAnswer } from "@openremit/shared/contracts";
import { collectQueueName, createQueue, openQueueConnection, recordQueueName } from "@openremit/shared/queue";
import { openStaircase, type Staircase } from "../support/staircase.ts";
import { until } from "../support/until.ts";

let staircase: Staircase;
let api: Awaited<ReturnType<Staircase["startApi"]>>;
beforeEach(async () => {
  staircase = await openStaircase();
  await staircase.collectOnce();
  api = await staircase.startApi();
});
afterEach(() => staircase.close());

const payloads = [
  { queueName: recordQueueName, payload: { schemaVersion: 1, run: { source: "wise" }, quotes: "all of them" } },
  { queueName: collectQueueName("wise"), payload: { schemaVersion: 2, source: "wise" } },
];

async function issuesOfWise(): Promise<string[]> {
  const { sources } = (await (await api.get("/v1/sources")).json()) as SourcesAnswer;
  const issues = sources.filter(({ key }) => key === "wise").flatMap((source) => source.issues);
  return issues.map(({ code, subject }) => `${code} ${subject}`);
}

describe.each(payloads)("a payload in $queueName that nobody can read", ({ queueName, payload }) => {
  it("fails at its first try, shows at its source, and holds nobody up", async () => {
    const before = await staircase.stores.latest.readAll();
    const connection = openQueueConnection(staircase.url.redis, "test");
    const queue = createQueue<unknown>(queueName, connection, staircase.prefix);
    const job = await queue.add("poisoned", payload);
    await until(async () => (await queue.getJobState(job.id ?? "")) === "failed");
    expect((await queue.getJob(job.id ?? ""))?.attemptsMade).toBe(1);
    expect(await issuesOfWise()).toEqual([`poisoned_payload ${job.id}`]);
    expect(await staircase.stores.latest.readAll()).toEqual(before);

    expect((await staircase.visitAgain("wise")).run.outcome).toBe("stored");
    await until(async () => (await issuesOfWise()).length === 0);
    expect((await queue.getJobCounts("failed", "waiting", "active")).failed).toBe(1);
    await queue.close();
    connection.disconnect();
  });
});
