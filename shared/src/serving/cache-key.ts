import type { Encoding } from "./encodings.ts";

const mostRemembered = 2_000;

/** Path and query in one order, so that the same question has one entry however its parameters are arranged. */
export function createCacheKeys() {
  const remembered = new Map<string, string>();
  return (url: string, encoding: Encoding): string => {
    const known = remembered.get(url);
    if (known !== undefined) return `${encoding} ${known}`;
    const normal = normalise(url);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(url, normal);
    return `${encoding} ${normal}`;
  };
}

function normalise(url: string): string {
  const start = url.indexOf("?");
  if (start === -1) return url;
  const query = new URLSearchParams(url.slice(start + 1));
  query.sort();
  return `${url.slice(0, start)}?${query.toString()}`;
}
