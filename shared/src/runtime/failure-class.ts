import { type ErrorCode, OpenRemitError } from "../domain/index.ts";

/** What went wrong, for whoever reacts to it. `infrastructure`: a server of ours is away, and will be back. */
export type FailureClass = ErrorCode | "infrastructure" | "unknown";

const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** SQLSTATE: connection (08), serialisation and deadlock (40), resources (53), shutdown and start-up (57P). */
const passingSqlState = /^(08|40|53|57P)[0-9A-Z]+$/;

/** Drivers give no code when a connection breaks under a query; these are the words of pg and ioredis. */
const awayMessage =
  /^(Connection (terminated|is closed|ended)|timeout (exceeded when trying to connect|expired)|Query read timeout|Client (has encountered a connection error|was closed)|Stream isn't writeable|Reached the max retries per request limit)/;

/** Redis says first what is wrong: full, its disk full or broken, starting, busy, or a copy that may not be written. */
const redisAway = /^(OOM|MISCONF|LOADING|BUSY|READONLY|NOREPLICAS|MASTERDOWN|CLUSTERDOWN|TRYAGAIN) /;

/** Sorts any thrown value. Ours say themselves what they are; of others only a server that is lost or full is recognised. */
export function failureClassOf(error: unknown): FailureClass {
  if (error instanceof OpenRemitError) return error.code;
  if (typeof error !== "object" || error === null) return "unknown";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (awayCodes.has(code) || (code.length === 5 && passingSqlState.test(code))) return "infrastructure";
  const message = "message" in error && typeof error.message === "string" ? error.message : "";
  return awayMessage.test(message) || redisAway.test(message) ? "infrastructure" : "unknown";
}
