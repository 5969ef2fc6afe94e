import { parse } from "@babel/parser";
import { checkSync } from "recheck";
import { visitNodes } from "./parse-imports.ts";
import type { SourceFile } from "./source-file.ts";

interface Pattern {
  readonly path: string;
  readonly source: string;
  readonly flags: string;
}

/** Patterns whose time grows with the square of a text, and why that text is short or ours. */
const boundedPatterns: Readonly<Record<string, string>> = {
  "services/sandbox/": "the sandbox answers our own collector",
  "services/standalone/src/commands/source/strip-tokens.ts": "an operator's own recording",
  "services/web/src/question/read-amount.ts": "at most 1,000 characters are looked at",
  "shared/src/formats/xlsx-cells.ts": "a decimal of at most 42 characters (contracts/primitives)",
  "shared/src/formats/xlsx-workbook.ts": "the head of a workbook that we write",
  "shared/src/http/sandbox-address.ts": "an address from the environment",
  "shared/src/storage/amount-key.ts": "a decimal of at most 42 characters (contracts/primitives)",
  "workers/collector/src/adapters/rates/bceao.ts": "a table in the file itself",
  "workers/publisher/src/survey/": "cells and names of the World Bank's own files, which an operator imports",
};

/** Regular expressions that a hostile text could keep busy: none may be exponential, and each slow one has its reason. */
export function findSlowPatterns(
  files: readonly SourceFile[],
  bounded: Readonly<Record<string, string>> = boundedPatterns,
): readonly string[] {
  const used = new Set<string>();
  const problems = files.flatMap(patternsOf).flatMap(({ path, source, flags }) => {
    const found = checkSync(source, flags, { timeout: 20_000 });
    if (found.status === "safe") return [];
    const kind = found.status === "vulnerable" ? found.complexity.type : "nobody could say how slow";
    const reason = Object.keys(bounded).find((place) => path.startsWith(place));
    if (reason !== undefined && kind === "polynomial") {
      used.add(reason);
      return [];
    }
    return [`${path}: /${source}/${flags} is ${found.status} (${kind})`];
  });
  const idle = Object.keys(bounded).filter((place) => !used.has(place));
  return [...problems, ...idle.map((place) => `${place}: has no slow pattern any more; take it out of the list`)];
}

function patternsOf({ path, text }: SourceFile): readonly Pattern[] {
  const plugins = path.endsWith(".tsx") ? (["typescript", "jsx"] as const) : (["typescript"] as const);
  const found = new Map<string, Pattern>();
  visitNodes(parse(text, { sourceType: "module", plugins: [...plugins] }).program, (node) => {
    if (node.type !== "RegExpLiteral") return;
    found.set(`/${node.pattern}/${node.flags}`, { path, source: node.pattern, flags: node.flags });
  });
  return [...found.values()];
}
