import {
  metricsVariables,
  portVariable,
  readerVariables,
  releasesVariables,
  serverEnvironment,
  siteVariables,
  tracingVariables,
} from "@openremit/shared/runtime";

/** What the site's process reads. */
export const webEnvironment = serverEnvironment.extend({
  PORT: portVariable(3001),
  ...readerVariables,
  ...releasesVariables,
  ...siteVariables,
  ...metricsVariables,
  ...tracingVariables,
});
