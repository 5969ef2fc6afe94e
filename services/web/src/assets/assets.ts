import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

/** Programs of the pages: `client/<name>.ts`. */
export type ScriptName = "check-offer" | "keep-page" | "share";

/** A file that never changes under its address: the address holds its hash. */
export interface Asset {
  readonly path: string;
  readonly contentType: string;
  readonly text: string;
}

export interface Assets {
  readonly stylesheet: Asset;
  readonly icon: Asset;
  script(name: ScriptName): Asset;
  find(path: string): Asset | null;
  /** All of them, for the offline copy. */
  readonly all: readonly Asset[];
}

const scriptNames: readonly ScriptName[] = ["check-offer", "keep-page", "share"];
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
  const all = [stylesheet, icon, ...scripts.values()];
  const byPath = new Map(all.map((asset) => [asset.path, asset]));
  return {
    stylesheet,
    icon,
    script: (name) => scripts.get(name) ?? stylesheet,
    find: (path) => byPath.get(path) ?? null,
    all,
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

function assetOf(name: string, contentType: string, text: string): Asset {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return { path: `/assets/${hash}/${name}`, contentType, text };
}
