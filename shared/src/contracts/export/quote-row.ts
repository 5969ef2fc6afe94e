import { z } from "zod";
import {
  chargeOptions,
  feePlacements,
  payIns,
  payOuts,
  priceKinds,
  sourceKinds,
  speeds,
  timePrecisions,
} from "../../domain/vocabulary.ts";
import { columns } from "./column.ts";
import { corridorColumns, rightsColumns, sendMoney } from "./shared-columns.ts";

const { text, word, decimal, integer, boolean, instant, sha256 } = columns;
const receiveMoney = "receive_currency";
const rateUnit = "receive_currency per send_currency";

/** One quote: what one source said of one price, at one amount, at one time. */
export const quoteRow = z
  .object({
    quote_id: text("Id of the quote and of its receipt, /v1/offers/{quote_id}/receipt"),
    revision: integer(null, "1, and one more for each correction of the same observation; the last one stands here"),
    observed_at: instant("When the price held, by its source; UTC"),
    observed_at_precision: word(timePrecisions, "How finely that time is known"),
    fetched_at: instant("When it was fetched; UTC"),
    recorded_at: instant("When this revision was recorded; UTC"),
    ...corridorColumns,
    provider: text("Who moves the money; see the dataset providers"),
    source: text("Where the price was learnt; see /v1/sources"),
    source_kind: word(
      sourceKinds,
      "The provider itself, a comparison feed, a tariff that a person read, a survey, or people in a shop; feeds and tariffs are estimates",
    ),
    pay_in: word(payIns, "How the sender pays; empty where the source does not say").nullable(),
    pay_out: word(payOuts, "How the recipient is paid; empty where the source does not say").nullable(),
    pay_in_code: text("The source's own word for it").nullable(),
    pay_out_code: text("The source's own word for it").nullable(),
    charges: word(chargeOptions, "Who bears the charges of a bank transfer, where there is a choice").nullable(),
    fee_placement: word(feePlacements, "Whether the fee is added to the amount or taken out of it (METHOD 1)"),
    amount: decimal(
      sendMoney,
      "Amount asked about: what is converted where the fee is on top, the total paid where it is inside; empty where fee_schedule holds for every amount",
    ).nullable(),
    fee: decimal(sendMoney, "Standing fee at that amount; empty where not disclosed").nullable(),
    rate: decimal(rateUnit, "Standing exchange rate; empty where not disclosed").nullable(),
    fx_margin_pct: decimal(
      "per cent of the mid-market rate",
      "Margin below the mid-market rate, where that is published in place of a rate",
    ).nullable(),
    pay_out_fee: decimal(receiveMoney, "Fee taken at pay-out, where the source speaks of one").nullable(),
    received: decimal(receiveMoney, "What the source itself says arrives").nullable(),
    band_min: decimal(sendMoney, "Least principal for which the source says this price holds").nullable(),
    band_max: decimal(sendMoney, "Greatest principal for which the source says this price holds").nullable(),
    fee_schedule: text("Fee for every amount, as JSON: tiers with from, flat, pct, min and max").nullable(),
    price_kind: word(priceKinds, "promotion: only a promotional price was visible; it enters no statistic"),
    promotion_rate: decimal(rateUnit, "Promotional rate seen beside the standing price").nullable(),
    promotion_fee: decimal(sendMoney, "Fee after the promotion").nullable(),
    promotion_received: decimal(receiveMoney, "What the source says arrives under the promotion").nullable(),
    promotion_up_to: decimal(sendMoney, "Principal up to which the promotional rate holds").nullable(),
    promotion_eligibility: text("Who may have the promotion, in the source's words").nullable(),
    speed: word(speeds, "Speed band of the World Bank's survey").nullable(),
    seen_by: text("Whose people saw it in a shop").nullable(),
    flags: text("Warnings of the checks, separated by blanks"),
    simulated: boolean("True: invented by the sandbox, no price of anybody"),
    run_id: text("The visit that saw this revision; see the dataset runs"),
    request_url: text("The address asked"),
    answer_sha256: sha256("Hash of the answer's bytes"),
    adapter_version: text("Version of the reader"),
    ...rightsColumns,
  })
  .strict();
export type QuoteRow = z.infer<typeof quoteRow>;
