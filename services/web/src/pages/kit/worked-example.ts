import {
  type CheckedOffer,
  type CheckGround,
  checkOffer,
  moneyText,
  parseDecimal,
  type SeenOffer,
} from "@openremit/shared/domain";

/** Two shops of an exercise, for the same money. The one without a fee takes more. */
export const shops = {
  a: { amount: "200", fee: "5", feePlacement: "inside", rate: "10.60", received: null },
  b: { amount: "200", fee: "0", feePlacement: "inside", rate: "10.15", received: null },
} as const satisfies Record<string, SeenOffer>;

/** Invented, and near enough to a real market to be learnt by. */
export const exampleGround = {
  sendCurrency: "EUR",
  receiveCurrency: "MAD",
  reference: "10.80",
  samples: [],
} as const satisfies CheckGround;

export interface WorkedShop {
  readonly seen: SeenOffer & { readonly rate: string };
  /** What is left to be changed. */
  readonly converted: string;
  /** What arrives, in send currency at the mid-market rate. */
  readonly worth: string;
  readonly checked: CheckedOffer & { readonly cost: string; readonly costPct: string; readonly ratePart: string };
}

/** The exercise, calculated as every offer on the site is (METHOD 1 and 2). */
export function workShop(seen: WorkedShop["seen"]): WorkedShop | null {
  const checked = checkOffer(seen, exampleGround);
  if (checked === null) return null;
  const { pay, fee, cost, costPct, ratePart } = checked;
  if (cost === null || costPct === null || ratePart === null) return null;
  const sent = (one: string, less: string) =>
    moneyText(parseDecimal(one).minus(parseDecimal(less)), exampleGround.sendCurrency);
  return {
    seen,
    converted: sent(pay, fee),
    worth: sent(pay, cost),
    checked: { ...checked, cost, costPct, ratePart },
  };
}
