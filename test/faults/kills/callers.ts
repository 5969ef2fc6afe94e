import { setTimeout as delay } from "node:timers/promises";
import { visitAnswer } from "@openremit/shared/contracts";
import { createApiKey, type Database } from "@openremit/shared/storage";
import { saidVisit } from "../../support/said-visit.ts";

export interface Called {
  /** Questions answered while everything was killed in turns. */
  readonly answered: number;
  /** Answers nobody should get from an API whose servers come and go. */
  readonly oddAnswers: readonly string[];
  /** Visits to shops that the API said yes to. */
  readonly entered: number;
  /** Of these, what the record does not hold, and what it holds once more. */
  readonly entriesLost: number;
  readonly entriesDoubled: number;
}

const path = "/v1/corridors/be-ma/offers?pay=200";
const day = 24 * 3_600_000;
const patienceMs = 5_000;
/** One holder of keys may enter 300 an hour, and one that is sent again counts again. */
const entriesOfKey = 50;
const restMs = 20;

/** A reader who asks without end, and a volunteer who sends each visit again until it was acknowledged. */
export async function openCallers(origin: string, database: Database) {
  const keys = await makeKeys(database);
  const entries: string[] = [];
  const oddAnswers: string[] = [];
  const hanging = new AbortController();
  let answered = 0;
  let isOver = false;

  /** The answer, or null where there was nobody to give one, or nobody behind who could. */
  async function send(to: string, init: RequestInit, wantedStatus: number): Promise<string | null> {
    try {
      const signal = AbortSignal.any([hanging.signal, AbortSignal.timeout(patienceMs)]);
      const response = await fetch(`${origin}${to}`, { ...init, signal });
      const body = await response.text();
      if (response.status === wantedStatus) return body;
      if (response.status !== 503) oddAnswers.push(`${response.status} ${to}: ${body.slice(0, 200)}`);
    } catch {
      // Killed under the question.
    }
    return null;
  }

  async function read(): Promise<void> {
    while (!isOver) {
      if ((await send(path, {}, 200)) !== null) answered += 1;
      await delay(restMs);
    }
  }

  async function enter(): Promise<void> {
    const visitedAt = new Date(Date.now() - day).toISOString();
    for (let number = 0; !isOver && number < keys.length * entriesOfKey; ) {
      const key = keys[Math.floor(number / entriesOfKey)] ?? "";
      const entry = await send(
        "/v1/observations",
        asPost({ ...saidVisit, visitedAt, visitor: `V${number}` }, key),
        201,
      );
      if (entry !== null) {
        entries.push(visitAnswer.parse(JSON.parse(entry)).entryId);
        number += 1;
      }
      await delay(10 * restMs);
    }
  }

  const calling = Promise.all([read(), enter()]);
  // Told when it is waited for.
  calling.catch(() => undefined);
  return {
    /** Asks no more, and looks what the record holds. */
    async count(): Promise<Called> {
      isOver = true;
      await calling;
      const { rows } = await database.pool.query<{ entry_id: string; visits: number }>(
        "select max(entry_id::text) as entry_id, count(*)::integer as visits from visit_entries group by entry->>'visitor'",
      );
      const kept = new Set(rows.map(({ entry_id }) => entry_id));
      return {
        answered,
        oddAnswers,
        entered: entries.length,
        entriesLost: entries.filter((id) => !kept.has(id)).length,
        entriesDoubled: rows.filter(({ visits }) => visits > 1).length + entries.length - new Set(entries).size,
      };
    },
    async close(): Promise<void> {
      isOver = true;
      hanging.abort();
      await calling.catch(() => undefined);
    },
  };
}

/** Of twenty houses. */
function makeKeys(database: Database): Promise<string[]> {
  const scopes = ["write:observations" as const];
  const labels = Array.from({ length: 20 }, (_, house) => `House ${house}`);
  return Promise.all(
    labels.map(async (label) => (await createApiKey(database, { label, scopes, expiresAt: null }, new Date())).text),
  );
}

function asPost(body: object, key: string): RequestInit {
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  return { method: "POST", headers, body: JSON.stringify(body) };
}
