import type { PayIn, PayOut } from "@openremit/shared/domain";
import { z } from "zod";
import type { SetAside } from "./adapter.ts";

/** A source's code for a method. It may be empty: then the method is unknown, which is said, not guessed. */
export const methodCode = z.string().max(60);

/** Which canonical method a source's code means, and its place among the codes of that method. */
export type CodeTable<Method extends string> = ReadonlyMap<string, { readonly method: Method; readonly place: number }>;

/** An option as the source codes it. */
export interface CodedOption {
  readonly payInCode: string;
  readonly payOutCode: string;
}

export interface ChosenOption<Option extends CodedOption> {
  readonly option: Option;
  readonly payIn: PayIn;
  readonly payOut: PayOut;
}

/**
 * A source's codes per canonical method, the most general first: a code that everybody with the method can use comes
 * before one for a card scheme or a country, which only stands in where the general one is absent. So no price is
 * promised that only some cards get.
 */
export function codeTable<Method extends string>(
  codes: readonly (readonly [Method, readonly string[]])[],
): CodeTable<Method> {
  return new Map(codes.flatMap(([method, list]) => list.map((code, place) => [code, { method, place }] as const)));
}

/**
 * One option per canonical pay-in × pay-out pair: the one whose codes stand first in the tables, the pay-in deciding
 * before the pay-out. A code in no table sets its options aside; so do two different prices under the same two codes,
 * of which nobody could say whose they are.
 */
export function chooseOnePerPair<Option extends CodedOption>(
  options: readonly Option[],
  payIns: CodeTable<PayIn>,
  payOuts: CodeTable<PayOut>,
): { readonly chosen: readonly ChosenOption<Option>[]; readonly setAside: readonly SetAside[] } {
  const pairs = new Map<string, { chosen: ChosenOption<Option>; places: readonly [number, number] }>();
  const setAside = new Map<string, SetAside>();
  const ambiguous = new Map<string, string>();
  const say = (code: string, subject: string, detail: string) =>
    setAside.set(`${code} ${subject}`, { code, subject, detail });

  for (const option of options) {
    const payIn = payIns.get(option.payInCode);
    const payOut = payOuts.get(option.payOutCode);
    if (payIn === undefined) say("unknown_pay_in", option.payInCode || "(empty)", "pay-in code in no table");
    if (payOut === undefined) say("unknown_pay_out", option.payOutCode || "(empty)", "pay-out code in no table");
    if (payIn === undefined || payOut === undefined) continue;

    const pair = `${payIn.method} ${payOut.method}`;
    const places = [payIn.place, payOut.place] as const;
    const best = pairs.get(pair);
    const difference = best === undefined ? -1 : places[0] - best.places[0] || places[1] - best.places[1];
    if (difference < 0) {
      pairs.set(pair, { chosen: { option, payIn: payIn.method, payOut: payOut.method }, places });
      ambiguous.delete(pair);
    } else if (difference === 0 && JSON.stringify(option) !== JSON.stringify(best?.chosen.option)) {
      ambiguous.set(pair, `${option.payInCode}/${option.payOutCode}`);
    }
  }

  for (const [pair, codes] of ambiguous) {
    pairs.delete(pair);
    say("ambiguous_price", codes, "two different prices under the same codes");
  }
  return { chosen: [...pairs.values()].map(({ chosen }) => chosen), setAside: [...setAside.values()] };
}
