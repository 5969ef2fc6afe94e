export type { Answer, PlannedRequest, SourceAccess, SourceLimits } from "./answer.ts";
export * from "./client.ts";
export { robotsToken } from "./identity.ts";
export { keptBody, secretValues } from "./kept-body.ts";
export { requestHash, sha256Of } from "./request-hash.ts";
export type { HearRobots } from "./robots.ts";
export { wallIn } from "./wall.ts";
