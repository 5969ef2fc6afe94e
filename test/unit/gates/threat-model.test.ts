import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { projectRoot } from "../../gates/source-file.ts";

const text = readFileSync(join(projectRoot, "shared/docs/threat-model.md"), "utf8");
const rows = text.split("\n").filter((line) => /^\| (?!threat)[A-Z]/.test(line));
const pathsIn = (line: string) =>
  [...line.matchAll(/`((?:test|shared|services|workers)\/[^`]+)`/g)].map(([, path]) => path ?? "");

describe("the threat model", () => {
  it("names a file for every threat, and every file it names is there", () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((row) => pathsIn(row).length === 0)).toEqual([]);
    expect(pathsIn(text).filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  it("names commands that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as { scripts: object };
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script]) => script ?? "");

    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
