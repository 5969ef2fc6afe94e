import { Decimal, decimalText } from "@openremit/shared/domain";
import type { SetAside } from "../adapter.ts";
import { eligibilityUnsaid } from "../unsaid.ts";
import type { Computed } from "./instarem-answer.ts";

/** Why an answer holds no readable price; null where it does. */
export function problemOf(read: Computed): Omit<SetAside, "subject"> | null {
  const refusal = [read.source_validation, read.destination_validation].filter(Boolean).join(" ");
  if (refusal !== "") return { code: "not_priced", detail: refusal };
  if (!/^[0.]+$/.test(read.net_tax_amount)) {
    return { code: "unexplained_charge", detail: `a tax of ${read.net_tax_amount} beside the fees` };
  }
  const net = new Decimal(read.gross_source_amount).minus(feeNow(read));
  const converted = net.times(read.instarem_fx_rate);
  const allowed = Decimal.max(converted.div(10_000), "0.01");
  if (net.eq(read.net_of_fee_amount) && converted.minus(read.destination_amount).abs().lte(allowed)) return null;
  const detail = `${read.gross_source_amount} less ${decimalText(feeNow(read))} at ${read.instarem_fx_rate} is not ${read.destination_amount}`;
  return { code: "unexplained_amount", detail };
}

/** The regular price as the standing one, what a visitor is quoted beside it. */
export function standingAndPromotion(read: Computed) {
  const fee = new Decimal(read.regular_transaction_fee_amount)
    .plus(read.regular_payment_method_fee_amount)
    .plus(read.regular_payout_method_fee_amount);
  const standing = { fee: decimalText(fee), rate: read.regular_instarem_fx_rate };
  const otherRate = !new Decimal(read.instarem_fx_rate).eq(standing.rate);
  if (!otherRate && feeNow(read).eq(fee)) return { ...standing, received: read.destination_amount, promotion: null };
  const promotion = {
    rate: otherRate ? read.instarem_fx_rate : null,
    fee: decimalText(feeNow(read)),
    received: read.destination_amount,
    upTo: null,
    eligibility: read.first_instarem_transaction ? "first Instarem transaction" : eligibilityUnsaid,
  };
  return { ...standing, received: null, promotion };
}

function feeNow(read: Computed): Decimal {
  return new Decimal(read.transaction_fee_amount)
    .plus(read.payment_method_fee_amount)
    .plus(read.payout_method_fee_amount);
}
