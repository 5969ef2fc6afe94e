import type { Fault } from "./faults.ts";
import type { SimulatedAnswer, SimulatedSource } from "./simulated-source.ts";

/** How far `stale_date` sets a source's clock back: beyond every limit a date is held to. */
export const staleDays = 40;

export interface SpoiltAnswer extends SimulatedAnswer {
  readonly retryAfterSeconds: number | null;
  readonly delayMs: number;
  /** Where a redirect leads. */
  readonly location: string | null;
}

/** An answer as a fault lets it out. `stale_date` has done its work before: the source was asked with an old clock. */
export function spoilAnswer(answer: SimulatedAnswer, fault: Fault | null, source: SimulatedSource): SpoiltAnswer {
  const whole = { ...answer, retryAfterSeconds: null, delayMs: 0, location: null };
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
    case "captcha":
      return { ...whole, ...page(200, "Just a moment", '<div class="cf-turnstile"></div>') };
    case "login":
      return { ...whole, ...page(200, "Welcome back", '<form><input name="p" type="password"></form>') };
    case "login_redirect":
      return { ...whole, ...page(302, "Found"), location: "/login?next=prices" };
    case "changed_field":
      return { ...whole, body: answer.body.replaceAll(source.field, respelt(source.field)) };
  }
}

function page(status: number, title: string, rest = ""): SimulatedAnswer {
  const head = `<head><meta charset="utf-8"><title>${title}</title></head>`;
  const body = `<!DOCTYPE html><html>${head}<body><h1>${title}</h1>${rest}</body></html>`;
  return { status, contentType: "text/html; charset=utf-8", body };
}

/** `"fxRate"` becomes `"fxRateV2"`, `rate=` becomes `rateV2=`. */
function respelt(field: string): string {
  return field.replace(/\w+/, "$&V2");
}
