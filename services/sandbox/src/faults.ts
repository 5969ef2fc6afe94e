import { InputError } from "@openremit/shared/domain";
import { z } from "zod";

export const faultKinds = [
  "429",
  "403",
  "500",
  "slow",
  "truncated",
  "alien_200",
  "captcha",
  "login",
  "login_redirect",
  "changed_field",
  "stale_date",
] as const;
export type FaultKind = (typeof faultKinds)[number];

export const faultSchema = z
  .object({
    kind: z.enum(faultKinds),
    times: z.number().int().positive().optional().describe("Answers it spoils; without it: all until it is taken away"),
    retryAfterSeconds: z.number().int().nonnegative().optional().describe("What a 429 asks for; 30 unless said"),
    delayMs: z.number().int().positive().optional().describe("How long `slow` waits; 60,000 unless said"),
  })
  .strict();
export type Fault = z.infer<typeof faultSchema>;

export interface FaultBook {
  /** Puts a fault on a source, or takes it away. */
  set(source: string, fault: Fault | null): void;
  /** The fault for the answer at hand; one of `times` is used up. */
  take(source: string): Fault | null;
  list(): Readonly<Record<string, Fault>>;
}

/** @throws InputError for a source that is not there. */
export function createFaultBook(sources: ReadonlySet<string>): FaultBook {
  const faults = new Map<string, Fault>();
  return {
    set(source, fault) {
      if (!sources.has(source)) throw new InputError(`no source ${source}; there are ${[...sources].join(", ")}`);
      if (fault === null) faults.delete(source);
      else faults.set(source, fault);
    },
    take(source) {
      const fault = faults.get(source);
      if (fault === undefined) return null;
      if (fault.times === 1) faults.delete(source);
      else if (fault.times !== undefined) faults.set(source, { ...fault, times: fault.times - 1 });
      return fault;
    },
    list: () => Object.fromEntries(faults),
  };
}
