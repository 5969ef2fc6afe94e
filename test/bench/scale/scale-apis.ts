import autocannon from "autocannon";
import { startFlags } from "../api/open-api-process.ts";
import type { Throughput, Urls } from "./scale-recorders.ts";
import { type Copies, startCopies } from "./start-copies.ts";

const seconds = 3;

export interface ApiThroughput {
  readonly cached: Throughput;
  readonly ranked: Throughput;
}

/**
 * So many API processes, asked over twelve connections in all; whoever asks takes processor from the same machine. Answers
 * refused by an overloaded process (503) are not counted.
 */
export async function measureApis(urls: Urls, config: string, count: number): Promise<ApiThroughput> {
  const apis = await startCopies(count, {
    program: "services/api/dist/main.js",
    flags: startFlags(),
    portVariable: "PORT",
    readyPath: "/readyz",
    env: {
      REDIS_URL: urls.redisUrl,
      DATABASE_URL: urls.databaseUrl,
      OPENREMIT_CONFIG_DIR: config,
      REQUESTS_PER_MINUTE: "1000000",
    },
  });
  try {
    await ask(apis, () => "/v1/corridors/be-ma/offers?pay=200", 1);
    return {
      cached: await ask(apis, () => "/v1/corridors/be-ma/offers?pay=200", seconds),
      ranked: await ask(apis, anotherAmount(), seconds),
    };
  } finally {
    await apis.stop();
  }
}

async function ask({ origins, readCpuSeconds }: Copies, path: () => string, duration: number): Promise<Throughput> {
  const before = await readCpuSeconds();
  const results = await Promise.all(
    origins.map((url) =>
      autocannon({
        url,
        connections: Math.ceil(12 / origins.length),
        duration,
        requests: [{ setupRequest: (request) => ({ ...request, path: path() }) }],
      }),
    ),
  );
  const requests = results.reduce((sum, result) => sum + result["2xx"], 0);
  const failed = results.reduce((sum, { errors }) => sum + errors, 0);
  if (failed > 0) throw new Error(`${failed} requests failed`);
  return { perSecond: requests / duration, cpuMs: (((await readCpuSeconds()) - before) * 1_000) / requests };
}

/** Every amount between 51.00 and 999.99 once: nothing is ever in the cache. */
function anotherAmount(): () => string {
  let asked = 0;
  return () => {
    asked += 1;
    const cents = 5_100 + ((asked * 7_919) % 94_899);
    return `/v1/corridors/be-tr/offers?pay=${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
  };
}
