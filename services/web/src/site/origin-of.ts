import type { IncomingMessage } from "node:http";

/** Where readers find this site. */
export interface Origin {
  /** Such as https://openremit.example; null where a request names no host that could be one. */
  readonly url: string | null;
  /** As configured. Otherwise it is what one client said: fit for that client, and for no cache. */
  readonly isSure: boolean;
}

export type OriginOf = (request: IncomingMessage) => Origin;

const host = /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(:\d{1,5})?$/i;

/**
 * The origin that was configured, else the one a request came by: its Host, and behind a proxy that is believed the
 * protocol that one saw.
 */
export function createOriginOf(publicUrl: string | null, proxyHops: number): OriginOf {
  if (publicUrl !== null) {
    const sure = { url: new URL(publicUrl).origin, isSure: true };
    return () => sure;
  }
  return ({ headers }) => {
    const forwarded = proxyHops > 0 ? headers["x-forwarded-proto"]?.toString().split(",").at(-proxyHops)?.trim() : null;
    const protocol = forwarded === "https" ? "https" : "http";
    const name = headers.host ?? "";
    return { url: host.test(name) ? `${protocol}://${name.toLowerCase()}` : null, isSure: false };
  };
}
