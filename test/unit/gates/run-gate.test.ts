import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { projectRoot } from "../../gates/source-file.ts";

const tsx = join(projectRoot, "node_modules/tsx/dist/cli.mjs");
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "openremit-gate-"));
  for (const folder of ["shared", "workers", "services", "test"]) mkdirSync(join(root, folder));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function run(gate: string) {
  const file = join(projectRoot, "test/gates", `${gate}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, file, root], { encoding: "utf8" });
  return { code: status, output: stdout + stderr };
}

describe("a gate as a program", () => {
  it("exits with 0 and says what it looked at", () => {
    put("shared/src/domain/a.ts", 'import "decimal.js";\n');
    expect([run("check-imports"), run("check-sizes")]).toEqual([
      { code: 0, output: "imports: 1 files, no problem\n" },
      { code: 0, output: "sizes: 1 files, no problem\n" },
    ]);
  });

  it("exits with 1 and names every offending file", () => {
    put("shared/src/domain/a.ts", `import "axios";${"\n".repeat(201)}`);
    expect([run("check-imports"), run("check-sizes")]).toEqual([
      { code: 1, output: expect.stringContaining("shared/src/domain/a.ts → axios: domain imports no package but") },
      { code: 1, output: expect.stringContaining("shared/src/domain/a.ts: 201 lines, the limit is 200") },
    ]);
  });

  it("fails where it finds nothing to look at", () => {
    expect(run("check-sizes").code).toBe(1);
  });
});
