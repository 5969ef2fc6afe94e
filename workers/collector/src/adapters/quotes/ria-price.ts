import type { Promotion, PublishedQuote } from "@openremit/shared/contracts";
import { Decimal, type PayIn, type PayOut } from "@openremit/shared/domain";
import type { SetAside } from "../adapter.ts";
import { codeTable } from "../method-codes.ts";
import { eligibilityUnsaid, unsaid } from "../unsaid.ts";
import type { TransferDetails } from "./ria-answer.ts";

const payIns = codeTable<PayIn>([
  ["bank_transfer", ["BankAccount", "BankTransfer", "DirectDebit"]],
  ["debit_card", ["DebitCard"]],
  ["credit_card", ["CreditCard"]],
  ["wallet_pay", ["ApplePay", "GooglePay"]],
  ["cash", ["Cash", "PayNearMe"]],
]);
const payOuts = codeTable<PayOut>([
  ["bank_deposit", ["BankDeposit", "BankAccount"]],
  ["cash_pickup", ["CashPayout", "CashPickup", "OfficePickup"]],
  ["mobile_wallet", ["MobileWallet", "MobilePayment"]],
]);

const askedPayIns = ["BankAccount", "DebitCard"];
const askedPayOuts = ["CashPayout", "BankDeposit", "MobileWallet"];

/** The methods asked for, each pair a request of its own. */
export const askedPairs = askedPayOuts.flatMap((deliveryMethod) =>
  askedPayIns.map((paymentMethod) => ({ paymentMethod, deliveryMethod })),
);

/** Whether the sender pays amount and fees and nothing else: a charge beside them would be a fee that nobody shows. */
export function isExplained({ calculations }: TransferDetails): boolean {
  const { amountFrom, totalFeesAndTaxes, totalAmount } = calculations;
  return new Decimal(amountFrom).plus(totalFeesAndTaxes).eq(totalAmount);
}

/** The codes of the methods that the source lists beside a price. */
export function listedCodesOf({ transferOptions }: TransferDetails): readonly string[] {
  return [...transferOptions.paymentMethods, ...transferOptions.deliveryMethods].map(({ value }) => value);
}

/** What an answer holds and nobody reads: codes of no table, ways nobody asks for, a charge that is not explained. */
export function unreadPartsOf(read: TransferDetails): readonly SetAside[] {
  const { selections, calculations, transferOptions } = read;
  const paymentCodes = transferOptions.paymentMethods.map(({ value }) => value);
  const deliveryCodes = transferOptions.deliveryMethods.map(({ value }) => value);
  const unasked = "listed by the source, not asked for";
  const unknown = "code in no table";
  return [
    ...(isExplained(read)
      ? []
      : [
          {
            code: "unexplained_charge",
            subject: `${selections.paymentMethod}/${selections.deliveryMethod}`,
            detail: `to pay ${calculations.totalAmount} is not amount and fees`,
          },
        ]),
    ...paymentCodes
      .filter((code) => !askedPayIns.includes(code))
      .map((subject) => aside(payIns.has(subject) ? "pay_in_not_asked" : "unknown_pay_in", subject)),
    ...deliveryCodes
      .filter((code) => !askedPayOuts.includes(code))
      .map((subject) => aside(payOuts.has(subject) ? "pay_out_not_asked" : "unknown_pay_out", subject)),
  ];

  function aside(code: string, subject: string): SetAside {
    return { code, subject: subject || "(empty)", detail: code.startsWith("unknown") ? unknown : unasked };
  }
}

export function priceOf({ selections, calculations }: TransferDetails) {
  const promotion = promotionOf(calculations);
  return {
    ...unsaid,
    provider: "ria",
    payIn: payIns.get(selections.paymentMethod)?.method ?? null,
    payOut: payOuts.get(selections.deliveryMethod)?.method ?? null,
    payInCode: selections.paymentMethod,
    payOutCode: selections.deliveryMethod,
    feePlacement: "on_top",
    fee: calculations.totalFeesAndTaxes,
    rate: calculations.exchangeRate,
    received: promotion === null ? calculations.amountTo : null,
    priceKind: "standing",
    promotion,
  } as const satisfies Partial<PublishedQuote>;
}

function promotionOf({
  exchangeRate,
  exchangeRatePromo,
  ...amounts
}: TransferDetails["calculations"]): Promotion | null {
  if (exchangeRatePromo === null || new Decimal(exchangeRatePromo).lte(exchangeRate)) return null;
  return {
    rate: exchangeRatePromo,
    fee: amounts.totalFeesAndTaxes,
    received: amounts.amountTo,
    upTo: null,
    eligibility: eligibilityUnsaid,
  };
}
