import { ConfigError, DomainError } from "../domain/index.ts";
import type { PlannedRequest, SourceAccess } from "./answer.ts";

/** Headers that are never an adapter's to set: they say who asks and whom. */
const ownHeaders = new Set(["user-agent", "host"]);

/**
 * The address of a planned request, if its source may be asked there.
 *
 * @throws ConfigError where the address is outside of the source's origins.
 * @throws DomainError where the adapter plans an address with a password in it, or another identity.
 */
export function permittedUrl(source: SourceAccess, request: PlannedRequest): URL {
  const url = URL.canParse(request.url) ? new URL(request.url) : null;
  if (url?.username !== "" || url.password !== "") {
    throw new DomainError(`${source.key} plans an address that cannot be asked`, { details: { url: request.url } });
  }
  const forged = Object.keys(request.headers ?? {}).find((name) => ownHeaders.has(name.toLowerCase()));
  if (forged) throw new DomainError(`${source.key} plans its own ${forged} header`, { details: { url: request.url } });
  if (!source.origins.some((origin) => new URL(origin).origin === url.origin)) {
    throw new ConfigError(`${url.origin} is not among the origins of source ${source.key}. Add it to its config.`, {
      details: { source: source.key, url: request.url },
    });
  }
  return url;
}
