import { keptPages, listKept, openKept } from "./kept-pages.ts";

/** Keeps this page on the device, once somebody asks for it: nothing is stored before, and everything goes again. */
const box = document.querySelector<HTMLElement>("[data-keep]");
const address = `${location.origin}${location.pathname}${location.search}`;
if (box !== null && "serviceWorker" in navigator && "caches" in window) start(box).catch(() => undefined);

async function start(box: HTMLElement): Promise<void> {
  const show = (name: string, isShown: boolean) => {
    const part = box.querySelector<HTMLElement>(`[data-${name}]`);
    if (part !== null) part.hidden = !isShown;
  };
  const showKept = (isKept: boolean) => {
    show("keep-page", !isKept);
    show("forget-page", isKept);
    show("kept", isKept);
  };
  const onTap = (name: string, act: () => Promise<void>, isKept: boolean) => {
    box.querySelector(`[data-${name}]`)?.addEventListener("click", () => {
      act().then(
        () => {
          showKept(isKept);
          show("forgotten", !isKept);
          show("failed", false);
          box.querySelector<HTMLElement>(isKept ? "[data-forget-page]" : "[data-keep-page]")?.focus();
        },
        () => show("failed", true),
      );
    });
  };
  const kept = await openKept();
  showKept(kept !== null && (await kept.match(address)) !== undefined);
  onTap("keep-page", keep, true);
  onTap("forget-page", forget, false);
  box.hidden = false;
}

async function keep(): Promise<void> {
  const files = document.querySelectorAll<HTMLElement>("link[rel=stylesheet], link[rel=icon], script[src]");
  const paths = [...files].flatMap((file) => file.getAttribute("href") ?? file.getAttribute("src") ?? []);
  const cache = await caches.open(keptPages);
  await cache.addAll([address, ...paths]);
  await navigator.serviceWorker.register("/sw.js");
}

/** The last page that goes takes everything with it. */
async function forget(): Promise<void> {
  const cache = await openKept();
  await cache?.delete(address);
  if (cache !== null && (await listKept(cache)).length > 0) return;
  await caches.delete(keptPages);
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
}
