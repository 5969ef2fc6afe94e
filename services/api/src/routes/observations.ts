import { newVisit, visitAnswer } from "@openremit/shared/contracts";
import { defineKeyedRoute } from "../define-route.ts";

export const observations = defineKeyedRoute({
  method: "post",
  path: "/v1/observations",
  tag: "reports",
  scope: "write:observations",
  summary: "Enter a visit to a shop",
  description:
    "What somebody was told at a counter: the eight questions of mystery shopping. Every visit is entered twice, by two people; once both say the same it is shown as a price of the source `visits`, unless its figures do not add up or lie far from what is known: then an operator looks first. Who went and who entered are codes, shown to nobody. At most 300 an hour by one holder of keys.",
  request: { body: newVisit },
  response: visitAnswer,
  handler: async ({ body, key }, { visitDesk }) => ({
    status: 201 as const,
    answer: await visitDesk.enter(body, key),
  }),
});
