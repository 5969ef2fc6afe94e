import { Decimal } from "@openremit/shared/domain";

/** What a process says of itself at one moment. */
export interface Gauge {
  readonly megabytes: number;
  /** How late the event loop came, in 99 of 100 turns, since it was last asked. */
  readonly lagP99Ms: number;
  readonly lagMaxMs: number;
}

export type Gauges<Name extends string> = Readonly<Record<Name, Gauge>>;

/** Also of a process that is overloaded. */
const patienceMs = 30_000;
const bytesOfMegabyte = 1_048_576;

/** Reads memory and event-loop lag of each process at its own /metrics. */
export function openGauges<Name extends string>(places: Readonly<Record<Name, string>>) {
  const read = async (url: string): Promise<Gauge> => {
    const text = await (await fetch(url, { signal: AbortSignal.timeout(patienceMs) })).text();
    const figure = (name: string) =>
      new Decimal(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? "NaN").toNumber();
    return {
      megabytes: figure("process_resident_memory_bytes") / bytesOfMegabyte,
      lagP99Ms: figure("nodejs_eventloop_lag_p99_seconds") * 1_000,
      lagMaxMs: figure("nodejs_eventloop_lag_max_seconds") * 1_000,
    };
  };
  const names = Object.keys(places) as Name[];
  return async (): Promise<Gauges<Name>> => {
    const found = await Promise.all(names.map(async (name) => [name, await read(places[name])] as const));
    return Object.fromEntries(found) as Gauges<Name>;
  };
}
