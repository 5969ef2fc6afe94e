import { ConfigError } from "../domain/index.ts";
import type { Mode, SourceKeys } from "../runtime/index.ts";
import type { PlannedRequest, SourceAccess } from "./answer.ts";

/**
 * The request with the operator's key in it, for a source that answers key holders only. What is planned, hashed and
 * kept of a request never holds the key; the sandbox never sees it.
 *
 * @throws ConfigError where the variable is not set.
 */
export function withSourceKey(
  mode: Mode,
  { key, credential }: SourceAccess,
  request: PlannedRequest,
  keys: SourceKeys,
): PlannedRequest {
  if (mode === "simulated" || credential === undefined) return request;
  const value = keys.get(credential.variable);
  if (value === undefined) {
    throw new ConfigError(
      `${key} answers key holders only. Set ${credential.variable} to your own key from ${credential.obtain}.`,
    );
  }
  return { ...request, headers: { ...request.headers, [credential.header]: value } };
}
