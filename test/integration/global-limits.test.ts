import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createSandbox } from "@openremit/sandbox";
import { collectQueueName, createQueue, openQueueConnection } from "@openremit/shared/queue";
import { systemClock } from "@openremit/shared/runtime";
import { freshDatabaseUrl, freshRedis } from "../support/servers.ts";
import { smallCorridor } from "../support/staircase.ts";
import { until } from "../support/until.ts";

const limits = { max: 2, perSeconds: 1, concurrency: 2, perDay: 10 };
const visits = 12;
/** A machine under load delivers late what was sent in time. */
const toleranceMs = 250;

interface Arrival {
  readonly atMs: number;
  /** The process, by its user agent. */
  readonly from: string;
}

/** Two collectors as processes of their own, on one Redis, and a source that notes who comes when. */
describe("the limits of a source, over two collector processes of which one goes", () => {
  const { url: redisUrl, prefix } = freshRedis();
  const sandbox = createSandbox({ port: 0, seed: "test", clock: systemClock });
  const arrivals: Arrival[] = [];
  const children: ChildProcess[] = [];
  let mostAtOnce = 0;
  let front: Server;

  beforeAll(async () => {
    await sandbox.start();
    const databaseUrl = await freshDatabaseUrl();
    front = noteAndPass(sandbox.url, arrivals, (underWay) => {
      mostAtOnce = Math.max(mostAtOnce, underWay);
    });
    await once(front.listen(0, "127.0.0.1"), "listening");
    const address = front.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const asked = [JSON.stringify(limits), databaseUrl, redisUrl, prefix, `http://127.0.0.1:${address.port}`];
    children.push(...(await Promise.all([startCollector(asked), startCollector(asked)])));
    const connection = openQueueConnection(redisUrl, "test");
    const queue = createQueue<object>(collectQueueName("ria"), connection, prefix);
    const job = { schemaVersion: 1, source: "ria", corridorKeys: [smallCorridor], amounts: ["200", "500"] };
    await queue.addBulk(Array.from({ length: visits }, () => ({ name: "again", data: job })));
    // Whoever asked first has the turns; told to go, it leaves the rest to the other.
    await until(() => arrivals.length >= 4);
    children.find(({ pid }) => arrivals[0]?.from.includes(`collector-${pid}`))?.kill("SIGTERM");
    // A visit it could not end in time is taken up once its lock has run out.
    await until(() => arrivals.length >= limits.perDay, Boolean, 90_000);
    // What would come after the cap has time to.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await queue.close();
    connection.disconnect();
  }, 120_000);

  afterAll(async () => {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    front.closeAllConnections();
    front.close();
    await sandbox.stop();
  });

  it("hold together: each of them asked", () => {
    const askers = new Set(arrivals.map(({ from }) => /collector-(\d+)/.exec(from)?.[1]));
    expect(askers).toEqual(new Set(children.map(({ pid }) => `${pid}`)));
  });

  it("leave no window with more requests than the pace has", () => {
    const times = arrivals.map(({ atMs }) => atMs);
    const windows = times.slice(limits.max).map((atMs, index) => atMs - (times[index] ?? 0));
    expect(windows.filter((ms) => ms < limits.perSeconds * 1_000 - toleranceMs)).toEqual([]);
  });

  it("leave no more visits under way at once than the source takes", () => {
    expect(mostAtOnce).toBeGreaterThan(0);
    expect(mostAtOnce).toBeLessThanOrEqual(limits.concurrency);
  });

  it("end with the cap of the day, to the last request", () => {
    expect(arrivals).toHaveLength(limits.perDay);
  });
});

async function startCollector(asked: readonly string[]): Promise<ChildProcess> {
  const script = ["--conditions=source", "--import=tsx", "test/support/collector-process.ts"];
  const child = spawn(process.execPath, [...script, ...asked], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

/** Holds each answer back for a while, so that what is under way at once is seen. */
function noteAndPass(target: string, arrivals: Arrival[], tellUnderWay: (count: number) => void): Server {
  let underWay = 0;
  return createServer(async (request, response) => {
    underWay += 1;
    tellUnderWay(underWay);
    arrivals.push({ atMs: performance.now(), from: request.headers["user-agent"] ?? "" });
    const answer = await fetch(`${target}${request.url}`);
    const body = Buffer.from(await answer.arrayBuffer());
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" }).end(body);
    underWay -= 1;
  });
}
