/** Pages that a reader keeps, and the files they are made of. */
export const keptPages = "kept-pages";

export function isAsset(url: string): boolean {
  return new URL(url).pathname.startsWith("/assets/");
}

/** Nothing is opened, and so nothing stored, where nobody keeps anything. */
export async function openKept(): Promise<Cache | null> {
  return (await caches.has(keptPages)) ? caches.open(keptPages) : null;
}

/** The addresses of what is kept. */
export async function listKept(cache: Cache): Promise<string[]> {
  return (await cache.keys()).map(({ url }) => url).filter((url) => !isAsset(url));
}
