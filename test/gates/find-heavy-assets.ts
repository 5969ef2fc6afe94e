/** A file as it travels. */
export interface WeighedAsset {
  readonly name: string;
  /** Compressed as the site sends it. */
  readonly bytes: number;
}

/** Everything waits for the stylesheet; a program waits for nobody, and a phone still has to load it. */
const mostBytes = { css: 10 * 1_024, js: 15 * 1_024 };

/** The weight rule: `name: bytes, limit`, heaviest first. */
export function findHeavyAssets(assets: readonly WeighedAsset[]): string[] {
  return assets
    .map(({ name, bytes }) => ({ name, bytes, limit: name.endsWith(".css") ? mostBytes.css : mostBytes.js }))
    .filter(({ bytes, limit }) => bytes > limit)
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ name, bytes, limit }) => `${name}: ${bytes} bytes over the wire, the limit is ${limit}`);
}
