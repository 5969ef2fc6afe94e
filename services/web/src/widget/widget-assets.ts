import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Asset } from "../assets/asset.ts";
import { widgetBundle, widgetLine, widgetVersion } from "./widget-bundle.ts";
import { loadWidgetWords } from "./widget-words.ts";

const folder = fileURLToPath(new URL("../../widget/", import.meta.url));
const script = "text/javascript; charset=utf-8";
const typings = ["remit-compare.d.ts", "remit-compare-react.d.ts"];

/** Everything the widget loads from here, for pages of all sites: the module, its words, and types for who writes code. */
export function loadWidgetAssets(): Asset[] {
  const { code, path, movingPath } = widgetBundle();
  const moving = { keeps: "for an hour", isForEveryone: true } as const;
  const forever = { contentType: script, keeps: "forever", isForEveryone: true } as const;
  return [
    { ...forever, path, content: code },
    { ...moving, path: movingPath, contentType: script, content: code },
    ...readReleases()
      .filter(({ version }) => version !== widgetVersion)
      .map(({ version, code: content }) => ({ ...forever, path: `/widget/${version}/remit-compare.js`, content })),
    ...[...loadWidgetWords().all].map(([language, words]) => ({
      ...moving,
      path: `/widget/${widgetLine}/words/${language}.json`,
      contentType: "application/json; charset=utf-8",
      content: JSON.stringify(words),
    })),
    ...typings.map((name) => ({
      ...moving,
      path: `/widget/${widgetLine}/${name}`,
      contentType: "text/plain; charset=utf-8",
      content: readFileSync(`${folder}/${name}`, "utf8"),
    })),
  ];
}

export interface Release {
  readonly version: string;
  readonly code: string;
}

/** Every version there was, by the bytes that pages out there hold the hash of. */
export function readReleases(): Release[] {
  return readdirSync(`${folder}/releases`).flatMap((name) => {
    const [, version] = /^(\d+\.\d+\.\d+)\.js$/.exec(name) ?? [];
    return version === undefined ? [] : [{ version, code: readFileSync(`${folder}/releases/${name}`, "utf8") }];
  });
}

export function releasePath(version: string): string {
  return `${folder}/releases/${version}.js`;
}
