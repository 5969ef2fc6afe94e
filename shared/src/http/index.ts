export type { Answer, PlannedRequest, SourceAccess, SourceLimits } from "./answer.ts";
export * from "./client.ts";
export { robotsToken } from "./identity.ts";
export { requestHash, sha256Of } from "./request-hash.ts";
