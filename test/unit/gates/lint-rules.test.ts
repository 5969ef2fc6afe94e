import { describe, expect, it } from "@jest/globals";
import { lintSample } from "../../support/lint-sample.ts";

/** Line numbers on which a rule of the project's linter plugins fires. */
function linesOf(rule: string, path: string, ...lines: string[]): number[] {
  return lintSample(path, `${lines.join("\n")}\n`)
    .filter(({ message }) => message.startsWith(`The ${rule} rule`))
    .map(({ line }) => line)
    .filter((line, position, all) => all.indexOf(line) === position);
}

describe("the number rule", () => {
  const offending = [
    'export const a = parseFloat("1");',
    'export const b = Number.parseFloat("1");',
    'export const c = Number("1");',
    'export const d = ["1"].map(Number);',
    'export const e = new Number("1");',
    "export const f = +a;",
    'export const g = +"1";',
    "export const h = c.toFixed(2);",
    "export const i = d[0]?.toFixed();",
    'export const j = ["1"].map(parseFloat);',
    "export const { parseFloat: k } = globalThis;",
  ];

  it.each(["shared/src/storage/a.ts", "workers/collector/src/adapters/quotes/a.ts", "services/web/src/pages/a.tsx"])(
    "finds every way from text to a binary float and back in %s",
    (path) => {
      expect(linesOf("number", path, ...offending)).toEqual(offending.map((_line, position) => position + 1));
    },
  );

  it("holds in tests", () => {
    expect(linesOf("number", "test/unit/a.test.ts", 'export const a = Number("1");')).toEqual([1]);
  });

  it.each(["shared/src/domain/decimal.ts", "services/web/src/format/percent.ts", "test/bench/a.ts"])(
    "leaves %s alone",
    (path) => {
      expect(linesOf("number", path, ...offending)).toEqual([]);
    },
  );

  it("allows integers, number literals and the word in text", () => {
    const allowed = [
      "export const a = Number.isSafeInteger(1) || Number.MAX_SAFE_INTEGER > 1;",
      "export const b: number = 1 + 2 - -3;",
      "export const c = +1;",
      '// parseFloat("1") and Number(1) in a comment',
      'export const d = "toFixed(2)";',
    ];
    expect(linesOf("number", "shared/src/storage/a.ts", ...allowed)).toEqual([]);
  });
});

describe("the environment rule", () => {
  const offending = [
    'import { argv, env as e } from "node:process";',
    "export const a = process.env.HOME;",
    'export const b = process["env"];',
    "export const { env } = process;",
    "const { env: renamed, ...rest } = process;",
  ];

  it.each(["shared/src/storage/a.ts", "services/api/src/routes/a.ts"])("finds the environment read in %s", (path) => {
    expect(linesOf("environment", path, ...offending)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each(["shared/src/runtime/a.ts", "services/api/src/main.ts", "shared/src/catalog/commands/a.ts"])(
    "lets %s read it",
    (path) => {
      expect(linesOf("environment", path, ...offending)).toEqual([]);
    },
  );
});

describe("the clock rule", () => {
  const offending = [
    "export const a = new Date();",
    "export const b = new Date;",
    "export const c = Date();",
    "export const d = Date.now();",
    "export const e = performance.now();",
  ];

  it.each(["shared/src/domain/a.ts", "workers/collector/src/adapters/rates/a.ts"])("finds the clock in %s", (path) => {
    expect(linesOf("clock", path, ...offending)).toEqual([1, 2, 3, 4, 5]);
  });

  it("lets the domain work with times it is given", () => {
    expect(linesOf("clock", "shared/src/domain/a.ts", 'export const a = new Date("2026-01-01");')).toEqual([]);
  });

  it("lets the runtime look at the clock", () => {
    expect(linesOf("clock", "shared/src/runtime/clock.ts", ...offending)).toEqual([]);
  });
});
