import type { ApiKeyScope } from "@openremit/shared/contracts";
import type { KeyFinding } from "@openremit/shared/storage";
import { HttpProblem } from "./http-problem.ts";

type Why = Extract<KeyFinding, { kind: "refused" }>["why"];

const whyTexts: Readonly<Record<Why, string>> = {
  malformed: "This is no key, or a character of it is wrong. A key looks like orm_…_… .",
  unknown: "This key is not known.",
  expired: "This key has expired. Ask whoever gave it to you for a new one.",
  revoked: "This key was revoked.",
};

/** RFC 6750: how to ask, and what was wrong with the key that came. */
function challenge(error: string, scope: ApiKeyScope | null): { readonly "www-authenticate": string } {
  const parts = ['realm="openremit"', ...(error === "" ? [] : [`error="${error}"`])];
  if (scope !== null) parts.push(`scope="${scope}"`);
  return { "www-authenticate": `Bearer ${parts.join(", ")}` };
}

export function keyNeeded(scope: ApiKeyScope): HttpProblem {
  return new HttpProblem(`A key with the scope ${scope} is needed, sent as Authorization: Bearer.`, {
    code: "unauthorized",
    headers: challenge("", scope),
  });
}

export function keyRefused(why: Why): HttpProblem {
  return new HttpProblem(whyTexts[why], { code: "unauthorized", headers: challenge("invalid_token", null) });
}

export function keyLacksScope(scope: ApiKeyScope): HttpProblem {
  return new HttpProblem(`The key lacks the scope ${scope}.`, {
    code: "forbidden",
    headers: challenge("insufficient_scope", scope),
  });
}
