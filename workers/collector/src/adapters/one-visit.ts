import { type Corridor, Decimal, DomainError, SourceShapeError } from "@openremit/shared/domain";
import type { QuoteTask, SourceAnswer } from "./adapter.ts";

/** The one corridor and amount of a visit. An adapter of scope "amount" is never given more. */
export function questionOf({ corridors, amounts }: QuoteTask): {
  readonly corridor: Corridor;
  readonly amount: string;
} {
  const [corridor, amount] = [corridors[0], amounts[0]];
  if (corridor === undefined || amount === undefined || corridors.length > 1 || amounts.length > 1) {
    throw new DomainError(`one corridor and one amount a visit, not ${corridors.length} and ${amounts.length}`);
  }
  return { corridor, amount };
}

/** The one corridor of a visit of scope "corridor". */
export function corridorOf({ corridors }: QuoteTask): Corridor {
  const [corridor] = corridors;
  if (corridor === undefined || corridors.length > 1) throw new DomainError(`one corridor, not ${corridors.length}`);
  return corridor;
}

/** The one answer to the one request of a visit. */
export function answerOf(answers: readonly SourceAnswer[]): SourceAnswer {
  const [answer] = answers;
  if (answer === undefined || answers.length > 1) {
    throw new DomainError(`one answer a visit, not ${answers.length}`);
  }
  return answer;
}

/**
 * Throws where an answer speaks of another question than the one asked (a cache or a route mixed up at the source):
 * its prices must not be kept under this one. Codes are compared as text.
 */
export function requireEcho(asked: readonly string[], echoed: readonly string[]): void {
  if (asked.join(" ") !== echoed.join(" ")) {
    throw new SourceShapeError(`asked for ${asked.join(" ")}, answered for ${echoed.join(" ")}`);
  }
}

/** The same for an amount, compared as a number: `1000` and `1000.00` are one. */
export function requireAmountEcho(asked: string, echoed: string): void {
  if (!new Decimal(asked).eq(echoed)) throw new SourceShapeError(`asked for ${asked}, answered for ${echoed}`);
}
