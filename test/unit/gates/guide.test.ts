import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import {
  knownVariables,
  programVariables,
  sourceKeyVariable,
  variableOf,
} from "../../../services/standalone/src/variables.ts";
import { loadCompose } from "../../gates/compose-file.ts";
import { projectRoot } from "../../gates/source-file.ts";
import { readKnownMetrics } from "../../support/known-metrics.ts";

const guide = readFileSync(join(projectRoot, "shared/docs/operating.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
const every = (pattern: RegExp) => [...new Set([...guide.matchAll(pattern)].map(([, found = ""]) => found))];

describe("the operator's guide", () => {
  it("names commands that are there", () => {
    const named = every(/npm run ([\w:]+)/g);
    expect(named.length).toBeGreaterThanOrEqual(8);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it("starts programs that are there, by npm and by systemd alike", () => {
    const started = ["api", "web", "collector", "recorder", "publisher", "sandbox"].map((name) =>
      String(scripts[`start:${name}`]).split(" ").at(-1),
    );
    expect(started.filter((program) => programVariables[program ?? ""] === undefined)).toEqual([]);
    expect(every(/PROGRAM=(\S+?)`/g).filter((program) => !started.includes(program))).toEqual([]);
  });

  it("sets variables that somebody reads", () => {
    const compose = loadCompose(projectRoot, {}).variables;
    const isKnown = (name: string) =>
      knownVariables.includes(variableOf(name)) ||
      compose.has(name) ||
      sourceKeyVariable.test(name) ||
      name === "PROGRAM";
    expect(
      every(/\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b(?!…)/g).filter(
        (name) => !isKnown(name) && !/^(AF_|OPENREMIT_KEY_$)/.test(name),
      ),
    ).toEqual([]);
  });

  it("points to files that are there", () => {
    const paths = every(/`((?:services|shared|workers|config)\/[\w/.-]+)`/g).concat(
      every(/\]\((\w[^)]*)\)/g).map((path) => `shared/docs/${path}`),
    );
    expect(paths.length).toBeGreaterThan(2);
    expect(paths.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  });

  it("tells of figures that are there, and of all of ours", async () => {
    const known = [...(await readKnownMetrics())].filter((name) => name.startsWith("openremit_"));
    const told = every(/`(openremit_\w+)`/g);
    expect(told.filter((name) => !known.includes(name))).toEqual([]);
    const tails = every(/`(_\w+)`/g);
    const untold = known.filter(
      (name) =>
        !told.includes(name) && !tails.some((tail) => name.endsWith(tail)) && !name.startsWith("openremit_source_"),
    );
    expect(untold).toEqual([]);
  });
});
