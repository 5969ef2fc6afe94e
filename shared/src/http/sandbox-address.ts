/**
 * Where the sandbox answers for an address of a source: `https://host/path?q` is asked at `<sandbox>/<source>/path?q`.
 * The host is left out: in the sandbox a source is one server.
 */
export function sandboxAddress(sandboxUrl: string, source: string, url: URL): string {
  return `${sandboxUrl.replace(/\/+$/, "")}/${source}${url.pathname}${url.search}`;
}
