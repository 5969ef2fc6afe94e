import type { Promotion } from "@openremit/shared/contracts";
import { Decimal, decimalText } from "@openremit/shared/domain";
import type { Estimate } from "./remitly-answer.ts";

/** What a new customer is offered beside the standing price; null where the estimate is at the standing price. */
export function promotionOf(
  { exchange_rate, fee, discount, receive_amount }: Estimate,
  eligibility: string,
): Promotion | null {
  const rate = exchange_rate.promotional_exchange_rate;
  const hasRate = rate !== null && !new Decimal(rate).eq(exchange_rate.base_rate);
  const { fee_discount_amount, send_discount_amount } = discount;
  if (!hasRate && isZero(fee_discount_amount) && isZero(send_discount_amount)) return null;
  const cap = exchange_rate.capped_promotional_exchange_rate_amount;
  return {
    rate: hasRate ? rate : null,
    fee: decimalText(new Decimal(fee.total_fee_amount).minus(fee_discount_amount)),
    received: receive_amount,
    upTo: hasRate && cap !== null && !isZero(cap) ? cap : null,
    eligibility,
  };
}

function isZero(amount: string): boolean {
  return new Decimal(amount).isZero();
}
