import { ConfigError } from "../domain/index.ts";
import type { Mode } from "../runtime/index.ts";

/** The name robots.txt files know us by (RFC 9309 product token). */
export const robotsToken = "OpenRemit";

/**
 * The user agent: who asks, and where to complain (METHOD 10). The sandbox is our own, so there a contact may be missing.
 *
 * @throws ConfigError in real mode without a contact.
 */
export function userAgent(mode: Mode, version: string, contact: string | null): string {
  if (contact) return `${robotsToken}/${version} (+${contact})`;
  if (mode === "real") {
    throw new ConfigError(
      "OPENREMIT_CONTACT is not set. Set OPENREMIT_CONTACT to an e-mail or https address: no source is asked without one.",
    );
  }
  return `${robotsToken}/${version} (simulated)`;
}
