import { sha256Of } from "@openremit/shared/http";

/** The same parts always name the same run, so that recording them twice changes nothing. */
export function runIdOf(parts: readonly unknown[]): string {
  const hash = sha256Of(JSON.stringify(parts));
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
