import autocannon from "autocannon";
import type { MixedAsks } from "./mixed-asks.ts";

/** Something that is asked. */
export interface Target {
  readonly origin: string;
  readonly next: () => string;
}

export interface Driven {
  /** Answers with 2xx, each second. */
  readonly servedPerSecond: number;
  readonly served: number;
  /** All that was asked, each second: less than was meant to where whoever asks is out of breath as well. */
  readonly askedPerSecond: number;
  /** Answers with 503 or 429. */
  readonly shed: number;
  /** Any other answer. */
  readonly wrong: number;
  /** Requests that got no answer. */
  readonly unanswered: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface Driving {
  readonly seconds: number;
  readonly connections: number;
  /** Requests in all each second; as many as are answered unless said. */
  readonly perSecond?: number;
}

/** Who has waited for so long has gone. */
const patienceSeconds = 30;

const headers = { "accept-encoding": "br, gzip" };

/** Asks one process over and over, every time what comes next. */
export async function drive({ origin, next }: Target, { seconds, connections, perSecond }: Driving): Promise<Driven> {
  const result = await autocannon({
    url: origin,
    headers,
    connections,
    duration: seconds,
    timeout: patienceSeconds,
    ...(perSecond !== undefined && { overallRate: Math.max(connections, Math.round(perSecond)) }),
    requests: [{ setupRequest: (request) => ({ ...request, path: next() }) }],
  });
  const shed = (result.statusCodeStats?.["503"]?.count ?? 0) + (result.statusCodeStats?.["429"]?.count ?? 0);
  return {
    servedPerSecond: result["2xx"] / result.duration,
    served: result["2xx"],
    askedPerSecond: (result["2xx"] + result.non2xx + result.errors) / result.duration,
    shed,
    wrong: result.non2xx - shed,
    unanswered: result.errors,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}

/** API and site at the same time. */
export async function driveBoth(
  site: { readonly api: string; readonly web: string },
  asks: MixedAsks,
  how: { readonly api: Driving; readonly web: Driving },
): Promise<{ readonly api: Driven; readonly web: Driven }> {
  const [api, web] = await Promise.all([
    drive({ origin: site.api, next: asks.api }, how.api),
    drive({ origin: site.web, next: asks.site }, how.web),
  ]);
  return { api, web };
}
