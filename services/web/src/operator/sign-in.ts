import type { KeyRing, KnownKey } from "@openremit/shared/storage";

type Found = { readonly key: KnownKey } | { readonly problem: string; readonly status: number; readonly why: string };

/** The key, where it is right and may operate. Why it is not goes to the log; whoever tries hears little. */
export async function findOperator(text: string, keyRing: Pick<KeyRing, "check">): Promise<Found> {
  const finding = await keyRing.check(text.trim());
  if (finding.kind === "unchecked")
    return { status: 503, why: "unchecked", problem: "Keys cannot be checked at the moment. Try again later." };
  if (finding.kind === "refused")
    return { status: 401, why: finding.why, problem: "This key is not right, or its time is over." };
  if (!finding.key.scopes.includes("operate"))
    return { status: 403, why: "no scope", problem: "This key does not have the scope operate." };
  return { key: finding.key };
}
