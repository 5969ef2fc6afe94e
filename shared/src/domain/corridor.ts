/** A corridor of money: who sends in which currency to whom, paid out in which currency (METHOD 5). */
export interface Corridor {
  /** Country pair in lower case, `be-ma`; the file name in `config/corridors`. */
  readonly id: string;
  /** ISO 3166-1 alpha-2. */
  readonly sendCountry: string;
  /** ISO 4217. */
  readonly sendCurrency: string;
  readonly receiveCountry: string;
  readonly receiveCurrency: string;
}

/** One string per corridor of money, `be-cd:EUR-CDF`: USD and CDF pay-outs in Congo are two corridors. */
export function corridorKey(corridor: Corridor): string {
  return `${corridor.id}:${corridor.sendCurrency}-${corridor.receiveCurrency}`;
}
