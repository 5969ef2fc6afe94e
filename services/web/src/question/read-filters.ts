import { noFilters, type OfferFilters } from "@openremit/shared/comparison";
import { payIns, payOuts } from "@openremit/shared/domain";
import { PageProblem } from "../site/page-problem.ts";

/** What the form offers, as days from now. */
export const dayChoices = [0, 1, 2, 5] as const;

/**
 * The filters of an address: `payIn=cash&payIn=debit_card`, or with commas. What is empty filters nothing.
 *
 * @throws PageProblem 400 where a choice is unknown
 */
export function readFilters(search: URLSearchParams): OfferFilters {
  return {
    payIn: choicesOf(search, "payIn", payIns),
    payOut: choicesOf(search, "payOut", payOuts),
    maxDays: daysOf(search.get("maxDays") ?? ""),
  };
}

function choicesOf<Choice extends string>(search: URLSearchParams, name: string, known: readonly Choice[]): Choice[] {
  const asked = search
    .getAll(name)
    .flatMap((text) => text.split(","))
    .filter((text) => text !== "");
  const chosen = known.filter((choice) => asked.includes(choice));
  if (new Set(asked).size !== chosen.length) throw new PageProblem(400, "problem.no_such_choice");
  return chosen;
}

function daysOf(text: string): number | null {
  if (text === "") return noFilters.maxDays;
  if (!/^([012]?\d|30)$/.test(text)) throw new PageProblem(400, "problem.no_such_choice");
  return Number.parseInt(text, 10);
}

/** The same as an address holds it, for links that keep them. */
export function filterQuery({ payIn, payOut, maxDays }: OfferFilters): Record<string, string> {
  return { payIn: payIn.join(","), payOut: payOut.join(","), maxDays: maxDays === null ? "" : String(maxDays) };
}
