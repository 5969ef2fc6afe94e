import { corridorParams, type OffersQuery, offersAnswer, offersQuery } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const offers = defineRoute({
  method: "get",
  path: "/v1/corridors/{id}/offers",
  tag: "prices",
  summary: "Offers ranked by what arrives",
  description:
    "For a budget (`pay`: total paid, fees included) or for an exact sum received (`receive`); with `at`, as the ranking stood then. Promotions never decide the order; what cannot be compared is listed under `unranked` with the reason.",
  request: { params: corridorParams, query: offersQuery },
  response: offersAnswer,
  handler: async ({ params, query }, { comparison }) => comparison.offers(questionOf(params.id, query)),
});

function questionOf(corridorId: string, query: OffersQuery) {
  const { pay, receive, sendCurrency, receiveCurrency, payIn, payOut, maxDays, at } = query;
  return {
    corridorId,
    sendCurrency,
    receiveCurrency,
    pay: pay ?? null,
    receive: receive ?? null,
    filters: { payIn: payIn ?? [], payOut: payOut ?? [], maxDays: maxDays ?? null },
    at: at === undefined ? null : new Date(at),
  };
}
