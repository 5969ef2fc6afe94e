import { type Corridor, parseDecimal } from "@openremit/shared/domain";

/** Mid-market rates per euro that the figures of the fixtures were invented around. */
const perEuro: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ CNY: "8.26", INR: "100", KES: "150", MAD: "10.8", NGN: "1690", PHP: "68", TRY: "49", UGX: "4150" },
    ...{ USD: "1.16", UZS: "14000", XOF: "655.957" },
  }),
);

/** The rate to hold a fixture's price against. */
export function fixtureReference({ sendCurrency, receiveCurrency }: Corridor) {
  const rate = sendCurrency === "EUR" ? perEuro.get(receiveCurrency) : undefined;
  if (rate === undefined) throw new Error(`no mid-market rate of ${sendCurrency}/${receiveCurrency} for the fixtures`);
  return parseDecimal(rate);
}
