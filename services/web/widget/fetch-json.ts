/** Longer than a healthy answer takes on a slow phone; then what is kept is shown, or where else to look. */
export const patienceMs = 6_000;

/** A file of the server this module came from. Nothing about the reader or the page goes along. */
export async function fetchJson(
  path: string,
  timeoutMs = patienceMs,
  cache: RequestCache = "default",
): Promise<unknown> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  try {
    const response = await fetch(new URL(path, import.meta.url), {
      cache,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: stop.signal,
    });
    if (!response.ok) throw new Error(`answered ${response.status}`);
    return await response.json();
  } finally {
    clearTimeout(timer);
  }
}
