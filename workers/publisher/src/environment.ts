import { metricsVariables, releasesVariables, serverEnvironment, tracingVariables } from "@openremit/shared/runtime";

/** What the publisher's process reads. */
export const publisherEnvironment = serverEnvironment.extend({
  ...releasesVariables,
  ...metricsVariables,
  ...tracingVariables,
});
