import { metricsVariables, serverEnvironment, tracingVariables } from "@openremit/shared/runtime";

/** What the recorder's process reads. */
export const recorderEnvironment = serverEnvironment.extend({ ...metricsVariables, ...tracingVariables });
