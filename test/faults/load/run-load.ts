import { setTimeout as delay } from "node:timers/promises";
import { inTime } from "@openremit/shared/runtime";
import { FileRefused, readFile } from "../../bench/exports/read-file.ts";
import { type Driven, driveBoth } from "./drive.ts";
import type { Gauges } from "./gauges.ts";
import { createMixedAsks, exportsAsked } from "./mixed-asks.ts";
import type { LoadedSite } from "./open-site.ts";
import { measureRecovery } from "./recovery.ts";

export interface LoadOptions {
  readonly capacitySeconds: number;
  readonly steadySeconds: number;
  /** Of the measured capacity, asked steadily. */
  readonly steadyShare: number;
  /** Ask steadily: enough that whoever waits for a slow answer keeps nobody else from asking; 16 unless said. */
  readonly steadyConnections?: number;
  readonly overloadSeconds: number;
  readonly seed: number;
  /** Before each phase. */
  readonly tellPhase?: (phase: string) => void;
}

type Name = "api" | "web";
type Both<Value> = Readonly<Record<Name, Value>>;

/** What became of whole datasets that were asked for. */
export interface Exported {
  readonly whole: number;
  /** With 503 or 429. */
  readonly shed: number;
  readonly broken: number;
}

export interface LoadReport {
  readonly capacity: Both<Driven>;
  /** Requests in a second that were meant to be asked. */
  readonly planned: { readonly steady: Both<number>; readonly overload: Both<number> };
  readonly steady: Both<Driven>;
  /** Asked one after another from the first request to the last. */
  readonly exports: { readonly steady: Exported; readonly overload: Exported };
  /** Over the steady phase, from its start to its end. */
  readonly gauges: readonly Gauges<Name>[];
  readonly overload: Both<Driven>;
  readonly afterOverload: Gauges<Name>;
  /** From the last request of the overload until new questions are answered quickly again. */
  readonly recoveredMs: Both<number>;
}

/** As many as keep both busy; more would only wait for each other. */
const usualConnections = 64;
/** In the overload, each of which asks once a second unless it waits: half as many again as are to ask in a second. */
const overloadConnections = { least: 400, most: 3_000, more: 1.5 };
const overloadFactor = 3;
/** Of the capacity: the median of so many rounds counts, whatever else the machine does meanwhile. */
const rounds = 3;
const gaugeSamples = 60;
const exportPatienceMs = 60_000;

/**
 * Measures what API and site can do together while exports are on their way, asks part of it for long, then three times as
 * much, and sees what stays.
 */
export async function runLoad(site: LoadedSite, options: LoadOptions): Promise<LoadReport> {
  const { capacitySeconds, steadySeconds, steadyShare, overloadSeconds, seed } = options;
  const { steadyConnections = usualConnections, tellPhase = () => undefined } = options;
  const asks = createMixedAsks(site.corridorIds, seed);
  const atOnce = (seconds: number) => ({ seconds, connections: usualConnections });
  tellPhase("measuring the capacity");
  const exporting = exportAll(`${site.api}/v1/exports`);
  const measured: Both<Driven>[] = [];
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const seconds = capacitySeconds / rounds;
    const driven = await driveBoth(site, asks, { api: atOnce(seconds), web: atOnce(seconds) });
    if (round > 0) measured.push(driven);
  }
  const capacity = { api: middleOf(measured, "api"), web: middleOf(measured, "web") };
  const share = (of: number) => ({
    api: capacity.api.servedPerSecond * of,
    web: capacity.web.servedPerSecond * of,
  });
  const planned = { steady: share(steadyShare), overload: share(overloadFactor) };

  tellPhase("steady load");
  await site.gauges();
  const gauges: Gauges<Name>[] = [];
  const watch = every((steadySeconds * 1_000) / gaugeSamples, async () => void gauges.push(await site.gauges()));
  const steadily = (name: Name) => ({
    seconds: steadySeconds,
    connections: steadyConnections,
    perSecond: planned.steady[name],
  });
  const steady = await driveBoth(site, asks, { api: steadily("api"), web: steadily("web") });
  await watch.stop();
  const exportedSteadily = exporting.count();

  tellPhase("overload");
  const { least, most, more } = overloadConnections;
  const overloaded = (name: Name) => ({
    seconds: overloadSeconds,
    connections: Math.max(least, Math.min(most, Math.floor(planned.overload[name] * more))),
    perSecond: planned.overload[name],
  });
  const overload = await driveBoth(site, asks, { api: overloaded("api"), web: overloaded("web") });
  const [api, web] = await Promise.all([
    measureRecovery({ origin: site.api, next: asks.api }),
    measureRecovery({ origin: site.web, next: asks.site }),
  ]);
  await exporting.stop();
  return {
    capacity,
    planned,
    steady,
    exports: { steady: exportedSteadily, overload: exporting.count() },
    gauges,
    overload,
    afterOverload: await site.gauges(),
    recoveredMs: { api, web },
  };
}

function middleOf(measured: readonly Both<Driven>[], name: Name): Driven {
  const sorted = measured.map((both) => both[name]).sort((a, b) => a.servedPerSecond - b.servedPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("nothing was measured");
  return middle;
}

/** Asks for one dataset after another until it is stopped. */
function exportAll(base: string) {
  let exported = { whole: 0, shed: 0, broken: 0 };
  const exporting = every(1_000, async (turn) => {
    exported[await exportOne(`${base}/${exportsAsked[turn % exportsAsked.length]}`)] += 1;
  });
  return {
    stop: exporting.stop,
    /** What became of those that ended since it was last asked. */
    count(): Exported {
      const counted = exported;
      exported = { whole: 0, shed: 0, broken: 0 };
      return counted;
    },
  };
}

async function exportOne(url: string): Promise<keyof Exported> {
  try {
    const { isWhole } = await inTime(exportPatienceMs, readFile(url), "an export");
    return isWhole ? "whole" : "broken";
  } catch (error) {
    return error instanceof FileRefused && (error.status === 503 || error.status === 429) ? "shed" : "broken";
  }
}

/** Does something again and again, with a rest between, until it is stopped. */
function every(restMs: number, work: (turn: number) => Promise<void>) {
  const stopping = new AbortController();
  const going = (async () => {
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      await work(turn);
      await delay(restMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  // Told to whoever stops it.
  going.catch(() => undefined);
  return {
    stop() {
      stopping.abort();
      return going;
    },
  };
}
