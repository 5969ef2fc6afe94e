import { openDatabase } from "@openremit/shared/storage";
import { insertQuotes } from "../support/insert-quotes.ts";
import { type ApiProcess, openApiProcess } from "./api/open-api-process.ts";
import { copyOut } from "./exports/copy-out.ts";
import { measureFirstByte, readFile } from "./exports/read-file.ts";
import { plotMemory, watchMemory } from "./exports/watch-memory.ts";
import { type Bench, type Measured, rounded } from "./report.ts";

const quotes = 1_000_000;
/** In turns; the best of each counts: whatever else the machine does meanwhile can only add. */
const rounds = 3;
const targets = { csv: 0.5, parquet: 0.3 } as const;
const mostMegabytes = 120;
const longestFirstByteMs = 300;

/** Whole exports of a million quotes from the built API, against PostgreSQL's own COPY of the same query. */
export const bench: Bench = async () => {
  const api = await openApiProcess();
  try {
    const database = openDatabase(api.databaseUrl);
    await insertQuotes(database, quotes);
    await database.pool.query("vacuum quotes");
    const figures = await measure(api, () => copyOut(database));
    await database.close();
    return figures;
  } finally {
    await api.close();
  }
};

async function measure(api: ApiProcess, copy: () => ReturnType<typeof copyOut>): Promise<Measured[]> {
  const urlOf = (format: string) => `${api.origin}/v1/exports/quotes.${format}`;
  for (const format of ["csv", "parquet"]) await readFile(`${urlOf(format)}?to=MA`);
  const { residentBytes: resting } = await api.readFigures();
  const watched = (format: string) => watchMemory(api, resting, () => readFile(urlOf(format)));
  const copies: number[] = [];
  const seconds = { csv: [] as number[], parquet: [] as number[] };
  const peaks: number[] = [];
  const wholes: boolean[] = [];
  const sizes = { csv: 0, parquet: 0 };
  for (let round = 0; round < rounds; round += 1) {
    copies.push((await copy()).seconds);
    for (const format of ["csv", "parquet"] as const) {
      const { value, megabytes } = await watched(format);
      seconds[format].push(value.seconds);
      sizes[format] = value.bytes;
      peaks.push(Math.max(...megabytes));
      wholes.push(value.isWhole);
      if (round === 0) process.stdout.write(`\n${plotMemory(`${format} of ${quotes} quotes`, megabytes)}`);
    }
  }
  const others = await measureOthers(api, resting, urlOf);
  const firstBytes = await measureFirstBytes(urlOf("csv"));
  const best = Math.min(...copies);
  const peak = Math.max(...peaks, ...others.peaks);
  const ratioOf = (format: "csv" | "parquet"): Measured => {
    const ratio = best / Math.min(...seconds[format]);
    const value = `${rounded(ratio, 2)} (${rounded(Math.min(...seconds[format]), 1)} s, ${megabytesOf(sizes[format])})`;
    return { what: `${format}, of COPY`, value, target: `≥ ${targets[format]}`, holds: ratio >= targets[format] };
  };
  return [
    { what: "COPY of the same query", value: `${rounded(best, 1)} s`, target: "", holds: null },
    ratioOf("csv"),
    ratioOf("parquet"),
    ...others.figures,
    {
      what: "memory above rest, at most",
      value: `${Math.round(peak)} MB`,
      target: `≤ ${mostMegabytes} MB`,
      holds: peak <= mostMegabytes,
    },
    {
      what: "first byte of csv, the slowest of ten",
      value: `${Math.round(firstBytes)} ms`,
      target: `< ${longestFirstByteMs} ms`,
      holds: firstBytes < longestFirstByteMs,
    },
    {
      what: "every file whole",
      value: String(wholes.every(Boolean)),
      target: "true",
      holds: wholes.every(Boolean),
    },
  ];
}

/** The formats without a target, and a reader ten times slower than we are. */
async function measureOthers(api: ApiProcess, resting: number, urlOf: (format: string) => string) {
  const figures: Measured[] = [];
  const peaks: number[] = [];
  for (const format of ["ndjson", "xlsx"]) {
    const { value, megabytes } = await watchMemory(api, resting, () => readFile(urlOf(format)));
    peaks.push(Math.max(...megabytes));
    process.stdout.write(`\n${plotMemory(`${format} of ${quotes} quotes`, megabytes)}`);
    figures.push({
      what: format,
      value: `${rounded(value.seconds, 1)} s, ${megabytesOf(value.bytes)}`,
      target: "",
      holds: null,
    });
  }
  const { megabytes } = await watchMemory(api, resting, () => readFile(urlOf("csv"), 30, 20_000));
  peaks.push(Math.max(...megabytes));
  process.stdout.write(`\n${plotMemory("csv to a slow reader, 20 s", megabytes)}`);
  return { figures, peaks };
}

async function measureFirstBytes(url: string): Promise<number> {
  let slowest = 0;
  for (let turn = 0; turn < 10; turn += 1) slowest = Math.max(slowest, await measureFirstByte(url));
  return slowest;
}

function megabytesOf(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}
