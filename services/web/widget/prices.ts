import type { WidgetAnswer } from "@openremit/shared/contracts";
import { fetchJson, patienceMs } from "./fetch-json.ts";

export interface Prices {
  readonly answer: WidgetAnswer;
  /** The last that were read, shown because newer ones cannot be. */
  readonly isKept: boolean;
}

/** In memory only, for as long as the page is open, and for every widget on it. */
const kept = new Map<string, WidgetAnswer>();
const asking = new Map<string, Promise<Prices | null>>();
/** A second try has time: a sentence and a link stand there already. */
const lastPatienceMs = 30_000;

/** @param currency none for that of the corridor: one address for it, however it was chosen */
export function pricesPath(corridor: string, currency: string | null): string {
  return `/v1/widget/${corridor}.json${currency ? `?receiveCurrency=${currency}` : ""}`;
}

export function keptPrices(path: string): WidgetAnswer | null {
  return kept.get(path) ?? null;
}

/** Today's prices; failing that the last known, from memory or from the browser's own cache; null where there are none. */
export function loadPrices(path: string): Promise<Prices | null> {
  const known = asking.get(path);
  if (known !== undefined) return known;
  const asked = ask(path).finally(() => asking.delete(path));
  asking.set(path, asked);
  return asked;
}

/**
 * What is kept is looked up first, as browsers throw away what they hold once asking anew fails. Where they hold
 * nothing the first look asks the server itself, and the second is answered out of what that brought.
 */
async function ask(path: string): Promise<Prices | null> {
  const held = keptPrices(path) ?? (await fetchAnswer(path, patienceMs, "force-cache").catch(() => null));
  const old = held !== null && isAlive(held) ? held : null;
  try {
    const answer = await fetchAnswer(path, old === null ? lastPatienceMs : patienceMs, "default");
    kept.set(path, answer);
    return { answer, isKept: false };
  } catch {
    if (old !== null) kept.set(path, old);
    return old && { answer: old, isKept: true };
  }
}

/** Two weeks on a price says nothing any more (METHOD 3), not even with its age. */
export function isAlive({ checkedAt }: WidgetAnswer): boolean {
  return checkedAt === null || Date.now() - Date.parse(checkedAt) < 14 * 86_400_000;
}

async function fetchAnswer(path: string, timeoutMs: number, cache: RequestCache): Promise<WidgetAnswer> {
  return readAnswer(await fetchJson(path, timeoutMs, cache));
}

/** As much of the shape as would otherwise show up as an empty table; the rest fails while it is drawn. */
function readAnswer(value: unknown): WidgetAnswer {
  const answer = value as WidgetAnswer;
  const isWhole = answer.amounts.length > 0 && answer.amounts.every(({ offer }) => Array.isArray(offer));
  if (!isWhole || typeof answer.simulated !== "boolean") throw new TypeError("no prices");
  return answer;
}
