import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import type { WidgetGlobals } from "./widget-globals.ts";
import { loadWidgetWords } from "./widget-words.ts";

/**
 * Of the module. Its bytes never change under a version, as other people's pages hold their hash: who changes them
 * raises this and runs `npm run widget:release`; `npm run check` compares.
 */
export const widgetVersion = "1.0.0";
/** Pages that do not name a version get the newest of this line, in which attributes, events and parts only grow. */
export const widgetLine = "1";

export interface WidgetBundle {
  readonly version: string;
  /** Never changes; for a tag with `integrity`. */
  readonly path: string;
  /** Always the newest; for a tag without. */
  readonly movingPath: string;
  /** For `integrity`: SHA-384. */
  readonly integrity: string;
  /** Compressed by gzip, as most servers send it. */
  readonly bytes: number;
  readonly code: string;
}

const folder = new URL("../../widget/", import.meta.url);
let made: WidgetBundle | null = null;

/** The module of `<remit-compare>`, bundled from its TypeScript once a process. */
export function widgetBundle(): WidgetBundle {
  made ??= bundle();
  return made;
}

function bundle(): WidgetBundle {
  const { languages, english } = loadWidgetWords();
  const globals: WidgetGlobals = {
    widgetLanguages: languages,
    widgetEnglish: english,
    widgetStyle: build("style.css", {}).trim(),
  };
  const code = build("element.ts", globals);
  return {
    version: widgetVersion,
    path: `/widget/${widgetVersion}/remit-compare.js`,
    movingPath: `/widget/${widgetLine}/remit-compare.js`,
    integrity: integrityOf(code),
    bytes: gzipSync(code, { level: 9 }).length,
    code,
  };
}

/** As browsers compare it (Subresource Integrity). */
export function integrityOf(code: string): string {
  return `sha384-${createHash("sha384").update(code).digest("base64")}`;
}

function build(name: string, globals: Partial<WidgetGlobals>): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(name, folder))],
    define: Object.fromEntries(Object.entries(globals).map(([key, value]) => [key, JSON.stringify(value)])),
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
