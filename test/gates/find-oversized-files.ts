import type { SourceFile } from "./source-file.ts";

/** A file longer than this holds more than one thing; tests are tables and may be longer. */
const lineLimit = 200;
const testLineLimit = 400;

/** The size rule: `file: lines, limit`, longest first. */
export function findOversizedFiles(files: readonly SourceFile[]): string[] {
  return files
    .map(({ path, text }) => ({ path, lines: lineCount(text), limit: limitFor(path) }))
    .filter(({ lines, limit }) => lines > limit)
    .sort((one, other) => other.lines - one.lines)
    .map(({ path, lines, limit }) => `${path}: ${lines} lines, the limit is ${limit}: split it by the things inside`);
}

function limitFor(path: string): number {
  return path.startsWith("test/") ? testLineLimit : lineLimit;
}

function lineCount(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}
