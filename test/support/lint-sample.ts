import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";

const root = resolve(import.meta.dirname, "../..");

const biomeConfig = z.looseObject({
  plugins: z.array(z.looseObject({ path: z.string() })),
});
const lintReport = z.looseObject({
  diagnostics: z.array(
    z.looseObject({ message: z.string(), location: z.looseObject({ start: z.looseObject({ line: z.int() }) }) }),
  ),
});

export interface LintFinding {
  readonly line: number;
  readonly message: string;
}

/** Lints one text as if it stood at `path` in the project, with the project's plugins. */
export function lintSample(path: string, text: string): LintFinding[] {
  const directory = mkdtempSync(join(tmpdir(), "openremit-lint-"));
  try {
    const config = biomeConfig.parse(JSON.parse(readFileSync(join(root, "biome.json"), "utf8")));
    const plugins = config.plugins.map((plugin) => ({ ...plugin, path: resolve(root, plugin.path) }));
    writeFileSync(join(directory, "biome.json"), JSON.stringify({ plugins, linter: { rules: { preset: "none" } } }));
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
    const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
    const run = spawnSync(process.execPath, [biome, "lint", "--reporter=json", "--max-diagnostics=100", "."], {
      cwd: directory,
      encoding: "utf8",
    });
    const { diagnostics } = lintReport.parse(JSON.parse(run.stdout));
    return diagnostics.map(({ message, location }) => ({ line: location.start.line, message }));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
