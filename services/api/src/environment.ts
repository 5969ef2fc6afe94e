import {
  exportVariables,
  portVariable,
  readerVariables,
  releasesVariables,
  serverEnvironment,
  tracingVariables,
} from "@openremit/shared/runtime";

/** What the API's process reads. */
export const apiEnvironment = serverEnvironment.extend({
  PORT: portVariable(3000),
  ...readerVariables,
  ...exportVariables,
  ...releasesVariables,
  ...tracingVariables,
});
