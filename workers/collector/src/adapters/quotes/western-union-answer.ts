import { nonNegativeDecimalString, positiveDecimalString } from "@openremit/shared/contracts";
import { SourceRefusedError, SourceShapeError } from "@openremit/shared/domain";
import { z } from "zod";
import type { SourceAnswer } from "../adapter.ts";
import { methodCode } from "../method-codes.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";

/** Read first: a refusal carries nothing else. 0 is success, 1 a warning beside full data, negative a refusal. */
const catalogStatus = z.object({
  response_status: z.object({
    status: z.enum(["0", "1"]).or(z.string().regex(/^-\d+$/)),
    message: z.string().nullish(),
    long_message: z.string().nullish(),
  }),
});
type CatalogStatus = z.infer<typeof catalogStatus>["response_status"];

const payGroup = z.object({
  fund_in: methodCode,
  fx_rate: positiveDecimalString,
  send_amount: positiveDecimalString,
  receive_amount: nonNegativeDecimalString,
  gross_fee: nonNegativeDecimalString,
  min_amount: nonNegativeDecimalString.optional(),
  max_amount: nonNegativeDecimalString.optional(),
  speed_indicator: z.string().optional(),
  promotional_fx_rate: positiveDecimalString.nullish(),
  promo_fx_rate: positiveDecimalString.nullish(),
  net_fee: nonNegativeDecimalString.nullish(),
});

const party = z.object({ cty_iso2_ext: z.string(), curr_iso3: z.string() });

const priceCatalog = z.object({
  sender: party,
  receiver: party,
  services_groups: z.array(z.object({ service: methodCode, pay_groups: z.array(payGroup) })).min(1),
});
export type PriceOption = z.infer<typeof payGroup> & { readonly payInCode: string; readonly payOutCode: string };

/**
 * The price catalogue, the part in scope; null where the pair is not priced online.
 * Throws SourceRefusedError on the bot wall's page, SourceShapeError on any other refusal.
 */
export function readCatalog({ body, contentType }: SourceAnswer): z.infer<typeof priceCatalog> | null {
  if (contentType?.includes("text/html") || body.trimStart().startsWith("<")) {
    throw new SourceRefusedError("an HTML page instead of prices: the bot wall");
  }
  const answer = readJson(body);
  const { response_status } = readShape(catalogStatus, answer);
  return isNotPriced(response_status) ? null : readShape(priceCatalog, answer);
}

function isNotPriced({ status, message, long_message }: CatalogStatus): boolean {
  if (!status.startsWith("-")) return false;
  const words = [message, long_message].filter(Boolean).join(" ");
  if (words.toUpperCase().includes("MISSING PRICING SETUP")) return true;
  throw new SourceShapeError(`status ${status}: ${words.slice(0, 300) || "no message"}`);
}
