import { get } from "node:http";
import autocannon from "autocannon";
import { openApiProcess } from "./api/open-api-process.ts";
import { openBareServer } from "./api/open-bare-server.ts";
import { type Bench, type Measured, rounded } from "./report.ts";

const path = "/v1/corridors/be-ma/offers?pay=200";
const rounds = 4;
const seconds = 4;

/** The API against a bare node:http server that sends the same bytes and headers, in turns, in one run. */
export const bench: Bench = async () => {
  const api = await openApiProcess();
  const answer = await readRaw(`${api.origin}${path}`);
  const bare = await openBareServer(answer);
  try {
    const [ours, theirs]: [autocannon.Result[], autocannon.Result[]] = [[], []];
    await measure(api.origin, 2);
    await measure(bare.origin, 2);
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await measure(api.origin, seconds));
      theirs.push(await measure(bare.origin, seconds));
    }
    const before = await api.readFigures();
    const uncached = await measureUncached(api.origin);
    const after = await api.readFigures();
    const cpuMs = ((after.cpuSeconds - before.cpuSeconds) * 1_000) / uncached.requests.total;
    await readRaw(`${api.origin}/v1/corridors`);
    const { residentBytes } = await api.readFigures();
    return figuresOf(ours, theirs, answer.body.byteLength, cpuMs, uncached, residentBytes);
  } finally {
    bare.close();
    await api.close();
  }
};

function figuresOf(
  ours: autocannon.Result[],
  theirs: autocannon.Result[],
  bytes: number,
  cpuMs: number,
  uncached: autocannon.Result,
  rssBytes: number,
): Measured[] {
  const [rate, bareRate] = [medianRate(ours), medianRate(theirs)];
  const p99 = Math.max(...ours.map(({ latency }) => latency.p99));
  const failed = [...ours, ...theirs, uncached].reduce((sum, { non2xx, errors }) => sum + non2xx + errors, 0);
  const megabytes = rssBytes / 1_048_576;
  return [
    { what: "bare node:http", value: `${Math.round(bareRate)}/s of ${bytes} bytes`, target: "", holds: null },
    { what: "repeated question", value: `${Math.round(rate)}/s`, target: "", holds: null },
    { what: "ratio", value: rounded(rate / bareRate, 2), target: "≥ 0.5", holds: rate / bareRate >= 0.5 },
    { what: "p99 at 50 connections", value: `${p99} ms`, target: "< 20 ms", holds: p99 < 20 },
    { what: "every amount different", value: `${Math.round(uncached.requests.average)}/s`, target: "", holds: null },
    { what: "CPU for each of those, HTTP included", value: `${rounded(cpuMs, 2)} ms`, target: "", holds: null },
    { what: "failed requests", value: String(failed), target: "0", holds: failed === 0 },
    {
      what: "memory after all, every corridor asked",
      value: `${Math.round(megabytes)} MB`,
      target: "≤ 250 MB",
      holds: megabytes <= 250,
    },
  ];
}

function medianRate(results: autocannon.Result[]): number {
  const rates = results.map(({ requests }) => requests.average).sort((a, b) => a - b);
  const half = rates.length / 2;
  return ((rates[Math.floor(half)] ?? 0) + (rates[Math.ceil(half) - 1] ?? 0)) / 2;
}

function measure(origin: string, duration: number): Promise<autocannon.Result> {
  return autocannon({ url: `${origin}${path}`, connections: 50, duration });
}

/** Every amount between 51.00 and 999.99 once: nothing is ever in the cache. */
function measureUncached(origin: string): Promise<autocannon.Result> {
  let asked = 0;
  return autocannon({
    url: origin,
    connections: 10,
    duration: seconds,
    requests: [
      {
        setupRequest(request) {
          asked += 1;
          const cents = 5_100 + ((asked * 7_919) % 94_899);
          return {
            ...request,
            path: `/v1/corridors/be-tr/offers?pay=${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`,
          };
        },
      },
    ],
  });
}

/** Bytes and headers as they are on the wire, those that Node adds by itself left out. */
function readRaw(url: string): Promise<{ headers: string[]; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const added = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);
        const headers = response.rawHeaders.flatMap((name, index, all) =>
          index % 2 === 0 && !added.has(name.toLowerCase()) ? [name, all[index + 1] ?? ""] : [],
        );
        resolve({ headers, body: Buffer.concat(chunks) });
      });
    }).on("error", reject);
  });
}
