import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { loadWidgetAssets } from "../widget/widget-assets.ts";
import type { Asset } from "./asset.ts";

export type { Asset } from "./asset.ts";

/** Programs of the pages: `client/<name>.ts`. */
export type ScriptName = "builder" | "check-offer" | "copy-text" | "embed-frame" | "keep-page" | "observe" | "share";
/** Styles that few pages need, beside those of all: `assets/<name>.css`. */
export type StyleName = "builder" | "kit" | "embed-auto" | "embed-light" | "embed-dark";

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
  style(name: StyleName): Asset;
  /** Every file there is. */
  readonly all: readonly Asset[];
  find(path: string): Asset | null;
}

const scriptNames: readonly ScriptName[] = [
  "builder",
  "check-offer",
  "copy-text",
  "embed-frame",
  "keep-page",
  "observe",
  "share",
];
const styleNames: readonly StyleName[] = ["builder", "kit", "embed-auto", "embed-light", "embed-dark"];
/** What frames on other people's pages load. */
const isOfEmbed = (name: string) => name.startsWith("embed-");
const root = new URL("../../", import.meta.url);
const pathOf = (path: string) => fileURLToPath(new URL(path, root));

/** Reads the styles and the icon, and bundles the pages' programs from their TypeScript. A few dozen milliseconds. */
export function loadAssets(): Assets {
  const styleOf = (name: string) => assetOf(`${name}.css`, "text/css; charset=utf-8", bundle(`assets/${name}.css`));
  const stylesheet = styleOf("style");
  const styles = new Map(styleNames.map((name) => [name, styleOf(name)] as const));
  const icon = assetOf("icon.svg", "image/svg+xml", readFileSync(pathOf("assets/icon.svg"), "utf8"));
  const scripts = new Map(
    scriptNames.map((name) => {
      const asset = assetOf(
        `${name}.js`,
        "text/javascript; charset=utf-8",
        bundle(`client/${name}.ts`, isOfEmbed(name) ? "iife" : "esm"),
      );
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
  // Asked for by addresses in other people's pages, that never change.
  const resize: Asset = {
    path: "/widget/1/resize.js",
    contentType: "text/javascript; charset=utf-8",
    content: bundle("client/resize.ts", "iife"),
    keeps: "for an hour",
    isForEveryone: true,
  };
  const all = [
    stylesheet,
    ...styles.values(),
    icon,
    ...homeIcons,
    ...scripts.values(),
    worker,
    resize,
    ...loadWidgetAssets(),
  ];
  const byPath = new Map(all.map((asset) => [asset.path, asset]));
  return {
    stylesheet,
    icon,
    homeIcons,
    script: (name) => scripts.get(name) ?? stylesheet,
    style: (name) => styles.get(name) ?? stylesheet,
    all,
    find: (path) => byPath.get(path) ?? null,
  };
}

/** @param format `iife`: for pages of others, and frames cut off from their own site, where modules cannot be loaded. */
function bundle(path: string, format: "esm" | "iife" = "esm"): string {
  const { outputFiles } = buildSync({
    entryPoints: [pathOf(path)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: "es2020",
    conditions: ["source"],
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}

function assetOf(name: string, contentType: string, content: string | Buffer): Asset {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return { path: `/assets/${hash}/${name}`, contentType, content, keeps: "forever", isForEveryone: isOfEmbed(name) };
}
