import { metricsVariables, serverEnvironment, tracingVariables } from "@openremit/shared/runtime";
import { z } from "zod";

/** What the collector's process reads; keys to sources (`OPENREMIT_KEY_…`) beside it. */
export const collectorEnvironment = serverEnvironment.extend({
  SANDBOX_URL: z.url().optional().describe("the address of the sandbox, in simulated mode"),
  ...metricsVariables,
  ...tracingVariables,
});
