import type { Operator } from "./site/page.ts";

/** What the environment says of who runs this copy. */
export function operatorOf(env: {
  readonly OPENREMIT_CONTACT?: string | undefined;
  readonly OPENREMIT_FUNDING?: string | undefined;
}): Operator {
  return { contact: env.OPENREMIT_CONTACT ?? null, funding: env.OPENREMIT_FUNDING ?? null };
}
