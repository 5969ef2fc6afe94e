import { newReport, reportAnswer } from "@openremit/shared/contracts";
import { defineRoute } from "../define-route.ts";

export const reports = defineRoute({
  method: "post",
  path: "/v1/reports",
  tag: "reports",
  summary: "Report a wrong price",
  description:
    "Somebody was asked another price than the one shown here. Kept with the receipt of the price in question; a person looks at it. Nothing is kept of who reports. At most 10 an hour.",
  request: { body: newReport },
  response: reportAnswer,
  handler: async ({ body }, { desk }) => ({ status: 201 as const, answer: await desk.report(body) }),
});
