export { decideQuarantined, type QuarantineDecision } from "./decide-quarantined.ts";
export { forgetQuarantined, type QuarantinedRun, readQuarantined } from "./read-quarantined.ts";
export { recordAccepted } from "./record-accepted.ts";
