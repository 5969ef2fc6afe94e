import type { Fault } from "./faults.ts";
import type { SimulatedAnswer, SimulatedSource } from "./simulated-source.ts";

/** How far `stale_date` sets a source's clock back: beyond every limit a date is held to. */
export const staleDays = 40;

export interface SpoiltAnswer extends SimulatedAnswer {
  readonly retryAfterSeconds: number | null;
  readonly delayMs: number;
}

/** An answer as a fault lets it out. `stale_date` has done its work before: the source was asked with an old clock. */
export function spoilAnswer(answer: SimulatedAnswer, fault: Fault | null, source: SimulatedSource): SpoiltAnswer {
  const whole = { ...answer, retryAfterSeconds: null, delayMs: 0 };
  switch (fault?.kind) {
    case undefined:
    case "stale_date":
      return whole;
    case "429":
      return { ...whole, ...page(429, "Too Many Requests"), retryAfterSeconds: fault.retryAfterSeconds ?? 30 };
    case "403":
      return { ...whole, ...page(403, "Forbidden") };
    case "500":
      return { ...whole, ...page(500, "Internal Server Error") };
    case "slow":
      return { ...whole, delayMs: fault.delayMs ?? 60_000 };
    case "truncated":
      return { ...whole, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
    case "alien_200":
      return { ...whole, ...page(200, "We are checking your browser") };
    case "changed_field":
      return { ...whole, body: answer.body.replaceAll(source.field, respelt(source.field)) };
  }
}

function page(status: number, title: string): SimulatedAnswer {
  const body = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status, contentType: "text/html; charset=utf-8", body };
}

/** `"fxRate"` becomes `"fxRateV2"`, `rate=` becomes `rateV2=`. */
function respelt(field: string): string {
  return field.replace(/\w+/, "$&V2");
}
