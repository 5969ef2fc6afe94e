import type { OffersAnswer, RatesAnswer } from "@openremit/shared/contracts";
import {
  closeQueues,
  createQueue,
  createWorker,
  defineJob,
  makeSchedulersEqual,
  openQueueConnection,
} from "@openremit/shared/queue";
import { z } from "zod";
import { openApiOnServers } from "../../support/api-on-servers.ts";
import { sceneNow } from "../../support/comparison-scene.ts";
import { visitOf } from "../../support/fault-scene.ts";
import { buildRate, buildRatesJob } from "../../support/record-job.ts";
import { freshRedis } from "../../support/servers.ts";
import { until } from "../../support/until.ts";
import { withMovableClock } from "./clock.ts";
import { compareFacts, type Scenario } from "./finding.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A server whose clock is wrong for a while, and then right again: what readers are told, and when sources are visited. */
export const jumpTheClock: Scenario = async () => [...(await lookAtPrices()), ...(await lookAtSchedules())];

async function lookAtPrices() {
  const scene = await openApiOnServers(sceneNow);
  try {
    await scene.record(
      buildRatesJob({ run: { source: "frankfurter" }, rates: [buildRate({ source: "frankfurter" })] }),
    );
    await scene.record(visitOf("10.81", 20));
    const look = async (offsetMs: number) => {
      scene.clock.at = new Date(sceneNow.getTime() + offsetMs);
      const ask = async (path: string) => (await scene.get(path)).json();
      // Twice, so that the second look after the next jump could come out of the cache.
      await ask(offersPath);
      await ask(offersPath);
      const { offers, unranked } = (await ask(offersPath)) as OffersAnswer;
      const rates = (await ask("/v1/rates?base=EUR&quote=MAD")) as RatesAnswer;
      const states = [...offers, ...unranked].map(({ freshness }) => freshness);
      return { ranked: offers.length, states, negativeAges: (rates.ageDays ?? 0) < 0 };
    };
    await until(
      () => look(0),
      ({ ranked }) => ranked === 1,
    );
    const facts = (ranked: number, state: string) => ({ ranked, states: [state], negativeAges: false });
    return [
      compareFacts("clock a day ahead: prices", facts(0, "stale"), await look(dayMs + hourMs)),
      compareFacts("clock right again: prices", facts(1, "fresh"), await look(0)),
      compareFacts("clock an hour behind: prices", facts(1, "ageing"), await look(-hourMs)),
      compareFacts("clock a week behind: prices", facts(1, "ageing"), await look(-7 * dayMs)),
    ];
  } finally {
    await scene.close();
  }
}

const offersPath = "/v1/corridors/be-ma/offers?pay=200";

/** Visits by one schedule of an hour, while the clock that BullMQ goes by jumps. */
async function lookAtSchedules() {
  const { url, prefix } = freshRedis();
  const connection = openQueueConnection(url, "clock-jump");
  const definition = defineJob({
    name: "collect.clock",
    schema: z.object({}),
    exec: async (_payload: object, visits: number[]) => void visits.push(Date.now()),
  });
  const queue = createQueue(definition, connection, prefix);
  const visits: number[] = [];
  const worker = createWorker({ definition, connection, prefix, context: visits });
  const schedule = () => makeSchedulersEqual(queue, [{ id: "hourly", everyMs: hourMs, payload: {} }]);
  const nextInMs = async () => ((await queue.getJobScheduler("hourly"))?.next ?? Number.POSITIVE_INFINITY) - Date.now();
  try {
    await worker.ready();
    return await withMovableClock(async (setOffset) => {
      await schedule();
      await until(() => visits.length === 1);
      const jump = async (offsetMs: number, runs: number) => {
        const before = visits.length;
        setOffset(offsetMs);
        await schedule();
        await until(() => visits.length >= before + runs);
        // A second visit would follow at once.
        await new Promise((resolve) => setTimeout(resolve, 500));
        return { visits: visits.length - before, withinAnHour: (await nextInMs()) <= hourMs };
      };
      const facts = (runs: number) => ({ visits: runs, withinAnHour: true });
      return [
        compareFacts("clock a day ahead: hourly visits", facts(1), await jump(dayMs + hourMs / 2, 1)),
        compareFacts("clock a day back: hourly visits", facts(0), await jump(hourMs / 2, 0)),
        compareFacts("clock an hour behind: hourly visits", facts(0), await jump(-hourMs / 2, 0)),
        compareFacts("an hour later: hourly visits", facts(1), await jump(hourMs / 2 + 60_000, 1)),
      ];
    });
  } finally {
    await closeQueues({ workers: [worker], queues: [queue], connection }, 500);
  }
}
