import { type Corridor, minorUnits } from "@openremit/shared/domain";

export interface PageQuestion {
  readonly corridor: Corridor;
  /** As typed; a comma before one or two last digits is read as a decimal point. */
  readonly pay: string;
}

const defaultPay = "200";

/**
 * What the page's form asks: `?corridor=be-cd.CDF&pay=200`. Whatever the address lacks gets the first corridor and 200,
 * so that the page always answers something; a corridor that does not exist is null.
 */
export function parseQuestion(search: URLSearchParams, corridors: readonly Corridor[]): PageQuestion | null {
  const chosen = search.get("corridor");
  const corridor = chosen === null ? corridors[0] : corridors.find((one) => choiceOf(one) === chosen);
  if (corridor === undefined) return null;
  const pay = (search.get("pay") ?? "").trim().replace(/^(\d+),(\d{1,2})$/, "$1.$2");
  return { corridor, pay: pay === "" ? defaultPay : pay };
}

/** A corridor of money as the form names it. */
export function choiceOf(corridor: Corridor): string {
  return `${corridor.id}.${corridor.receiveCurrency}`;
}

/** Whether three last digits stand apart: 1.000 is one or a thousand, by the country somebody learnt to count in. */
export function mayBeThousands({ pay, corridor }: PageQuestion): boolean {
  return /[.,\s]\d{3}$/.test(pay) && minorUnits(corridor.sendCurrency) < 3;
}
