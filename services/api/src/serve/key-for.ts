import type { ApiKeyScope } from "@openremit/shared/contracts";
import { NoFreshDataError } from "@openremit/shared/domain";
import type { KeyFinding, KnownKey } from "@openremit/shared/storage";
import { keyLacksScope, keyNeeded, keyRefused } from "../problems/key-problems.ts";

/**
 * The key that a route of this scope was asked with.
 *
 * @throws HttpProblem 401 without a right key, 403 for one that may do other things only; NoFreshDataError where keys
 * cannot be checked.
 */
export function keyFor(scope: ApiKeyScope, finding: KeyFinding | null): KnownKey {
  if (finding === null) throw keyNeeded(scope);
  if (finding.kind === "refused") throw keyRefused(finding.why);
  if (finding.kind === "unchecked")
    throw new NoFreshDataError("Keys cannot be checked at the moment. Try again later.");
  if (!finding.key.scopes.includes(scope)) throw keyLacksScope(scope);
  return finding.key;
}
