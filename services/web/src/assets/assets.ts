import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** Programs of the pages: `client/<name>.ts`. */
export type ScriptName = "check-offer" | "copy-text" | "keep-page" | "share";

/** A file of the site. Where the address holds its hash, it never changes under that address. */
export interface Asset {
  readonly path: string;
  readonly contentType: string;
  readonly content: string | Buffer;
  /** How long readers keep it. */
  readonly keeps: "forever" | "until asked";
}

export interface HomeIcon extends Asset {
  /** Width and height, as manifests say it. */
  readonly sizes: string;
}

export interface Assets {
  readonly stylesheet: Asset;
  readonly icon: Asset;
  /** For home screens, which draw no SVG; their edges may be cut off. */
  readonly homeIcons: readonly HomeIcon[];
  script(name: ScriptName): Asset;
  /** Every file there is. */
  readonly all: readonly Asset[];
  find(path: string): Asset | null;
}

const scriptNames: readonly ScriptName[] = ["check-offer", "copy-text", "keep-page", "share"];
const root = new URL("../../", import.meta.url);
const pathOf = (path: string) => fileURLToPath(new URL(path, root));

/** Reads the stylesheet and the icon, and bundles the pages' programs from their TypeScript. A few dozen milliseconds. */
export function loadAssets(): Assets {
  const stylesheet = assetOf("style.css", "text/css; charset=utf-8", bundle("assets/style.css"));
  const icon = assetOf("icon.svg", "image/svg+xml", readFileSync(pathOf("assets/icon.svg"), "utf8"));
  const scripts = new Map(
    scriptNames.map((name) => {
      const asset = assetOf(`${name}.js`, "text/javascript; charset=utf-8", bundle(`client/${name}.ts`));
      return [name, asset] as const;
    }),
  );
  const homeIcons = ["192", "512"].map((size): HomeIcon => {
    const file = `icon-${size}.png`;
    return { ...assetOf(file, "image/png", readFileSync(pathOf(`assets/${file}`))), sizes: `${size}x${size}` };
  });
  // What it may keep follows from where it stands: at the root, the whole site.
  const worker: Asset = {
    path: "/sw.js",
    contentType: "text/javascript; charset=utf-8",
    content: bundle("client/service-worker.ts"),
    keeps: "until asked",
  };
  const all = [stylesheet, icon, ...homeIcons, ...scripts.values(), worker];
  const byPath = new Map(all.map((asset) => [asset.path, asset]));
  return {
    stylesheet,
    icon,
    homeIcons,
    script: (name) => scripts.get(name) ?? stylesheet,
    all,
    find: (path) => byPath.get(path) ?? null,
  };
}

function bundle(path: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [pathOf(path)],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2020",
    conditions: ["source"],
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}

function assetOf(name: string, contentType: string, content: string | Buffer): Asset {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return { path: `/assets/${hash}/${name}`, contentType, content, keeps: "forever" };
}
