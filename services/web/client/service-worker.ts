import { isAsset, listKept, openKept } from "./kept-pages.ts";

/** Runs only for readers who keep a page: prices of now where there is a network, else the copy, which says so. */
const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== worker.location.origin) return;
  if (isAsset(request.url)) event.respondWith(answerAsset(request));
  else if (request.mode === "navigate") event.respondWith(answerPage(event, request));
});

/** What stands under an address of assets never changes. */
async function answerAsset(request: Request): Promise<Response> {
  const kept = await openKept();
  const copy = await kept?.match(request);
  if (copy !== undefined) return copy;
  const response = await fetch(request);
  if (response.ok) await kept?.put(request, response.clone());
  return response;
}

async function answerPage(event: FetchEvent, request: Request): Promise<Response> {
  let response: Response;
  try {
    // The browser's own store would answer for a while as if there were a network.
    response = await fetch(request, { cache: "no-cache" });
  } catch (error) {
    const copy = await answerCopy(request.url);
    if (copy === null) throw error;
    return copy;
  }
  if (response.ok) event.waitUntil(renew(request.url, response.clone()));
  return response;
}

async function renew(url: string, response: Response): Promise<void> {
  const kept = await openKept();
  if ((await kept?.match(url)) !== undefined) await kept?.put(url, response);
}

/** The page itself, else the one that was kept last: its own address then says what it is about. */
async function answerCopy(url: string): Promise<Response | null> {
  const kept = await openKept();
  if (kept === null) return null;
  const copy = await kept.match(url);
  if (copy !== undefined) return markOffline(copy);
  const other = (await listKept(kept)).at(-1);
  return other === undefined ? null : Response.redirect(other);
}

/** The note stands in the page, hidden. */
async function markOffline(copy: Response): Promise<Response> {
  const headers = new Headers(copy.headers);
  // The copy is not compressed any more.
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const text = (await copy.text()).replace('data-offline="true" hidden', 'data-offline="true"');
  return new Response(text, { headers });
}
