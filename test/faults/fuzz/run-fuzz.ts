import fc from "fast-check";
import { createJudge } from "./answer-judge.ts";
import { type Ask, askArbitrary, type Known } from "./ask-arbitrary.ts";
import { parseOperations } from "./described-operations.ts";
import { sendAsk } from "./send-ask.ts";

export interface FuzzOptions {
  readonly origin: string;
  readonly known: Known;
  readonly requests: number;
  readonly seed: number;
  /** After each request. */
  readonly tellDone?: () => void;
}

/** What came of the requests to one operation. */
export interface FuzzedOperation {
  readonly name: string;
  readonly asked: number;
  /** Answered with 2xx: how much got past the door. */
  readonly served: number;
  readonly slowestMs: number;
}

export interface FuzzReport {
  readonly operations: readonly FuzzedOperation[];
  /** Each with the request that brings it about again. */
  readonly failures: readonly string[];
}

/** Asked side by side. */
const lanes = 8;

/** Asks every operation of the service's own OpenAPI document, the same requests for the same seed. */
export async function runFuzz({ origin, known, requests, seed, tellDone }: FuzzOptions): Promise<FuzzReport> {
  const openApi = (await (await fetch(`${origin}/openapi.json`)).json()) as object;
  const judge = createJudge(openApi);
  const operations = parseOperations(openApi);
  const each = Math.ceil(requests / operations.length);
  const asks = operations.flatMap((operation) => fc.sample(askArbitrary(operation, known), { numRuns: each, seed }));
  const tally = new Map(operations.map((operation) => [operation, { asked: 0, served: 0, slowestMs: 0 }]));
  const failures: string[] = [];

  async function exec(ask: Ask, reader: string): Promise<void> {
    try {
      const headers = { "x-forwarded-for": reader, ...ask.headers };
      const answer = await sendAsk(origin, { ...ask, headers });
      const row = tally.get(ask.operation);
      if (row !== undefined) {
        row.asked += 1;
        row.slowestMs = Math.max(row.slowestMs, answer.ms);
        if (answer.status < 300 && ask.method === ask.operation.method) row.served += 1;
      }
      const wrong = judge(ask, answer);
      if (wrong !== null) failures.push(`${wrong}: ${textOf(ask)}`);
    } catch (error) {
      failures.push(`${String(error)}: ${textOf(ask)}`);
    }
    tellDone?.();
  }

  const queue = asks.values();
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (const ask of queue) await exec(ask, `198.51.100.${lane}`);
    }),
  );
  return {
    operations: [...tally].map(([{ method, path }, row]) => ({ name: `${method} ${path}`, ...row })),
    failures,
  };
}

function textOf({ method, target, headers, body }: Ask): string {
  return [`${method} ${target}`, JSON.stringify(headers), body ?? ""].map((part) => part.slice(0, 400)).join(" ");
}
