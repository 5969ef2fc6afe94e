import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { type ConfigChanges, withConfigDirectory } from "../../support/config-directory.ts";

const root = resolve(import.meta.dirname, "../../..");
const tsx = join(root, "node_modules/tsx/dist/cli.mjs");

interface Ending {
  readonly code: number | null;
  readonly output: string;
}

function command(name: string, directory: string): Ending {
  const file = join(root, "shared/src/catalog/commands", `${name}.ts`);
  const run = spawnSync(process.execPath, [tsx, "--conditions=source", file, directory], { encoding: "utf8" });
  return { code: run.status, output: (run.stdout + run.stderr).replaceAll(directory, "config") };
}

function checkAfterSchemas(changes: ConfigChanges, meddle: (directory: string) => void = () => {}): Ending {
  return withConfigDirectory(changes, (directory) => {
    command("write-config-schemas", directory);
    meddle(directory);
    return command("check-config", directory);
  });
}

describe("config:check", () => {
  it("says in one line what is there", () => {
    expect(checkAfterSchemas({})).toEqual({
      code: 0,
      output:
        "config: 1 corridors, 1 providers, 1 sources of quotes, 1 of rates, the receiver's side of 1 countries, 0 tariffs, 1 pegs; no problem\n",
    });
  });

  it("prints a line per problem and exits with 1", () => {
    expect(checkAfterSchemas({ "providers/alpha.json": { status: "retired" } })).toEqual({
      code: 1,
      output:
        "config/providers/alpha.json: $.statusDecision: retired without a decision: write the reason and since when\n",
    });
  });

  it("exits with 1 when a generated schema differs from the contract", () => {
    const meddle = (directory: string): void => writeFileSync(join(directory, "schema/pegs.schema.json"), "{}");
    expect(checkAfterSchemas({}, meddle)).toEqual({
      code: 1,
      output: "config/schema/pegs.schema.json: $: differs from the contract: run npm run config:schema\n",
    });
  });
});
