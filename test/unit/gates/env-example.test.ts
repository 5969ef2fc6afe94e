import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { knownVariables, programVariables, variableOf } from "../../../services/standalone/src/variables.ts";
import { loadCompose } from "../../gates/compose-file.ts";
import { loadSourceFiles, projectRoot } from "../../gates/source-file.ts";

const lines = readFileSync(join(projectRoot, ".env.example"), "utf8").split("\n");
const example = new Map(
  lines.flatMap((line) => {
    const [, name, value = ""] = /^([A-Z_0-9]+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  }),
);
const catalog = loadCatalog(join(projectRoot, "config"));
const sourceKeys = [...catalog.rateSources.values(), ...catalog.quoteSources.values()].flatMap((source) =>
  "credential" in source && source.credential ? [source.credential.variable] : [],
);
const composeVariables = loadCompose(projectRoot, {}).variables;

describe(".env.example", () => {
  it("names every variable that a program reads, every key a source asks for, and every one Compose asks for", () => {
    const wanted = [...knownVariables, ...sourceKeys, ...composeVariables];
    expect(wanted.filter((name) => !example.has(name))).toEqual([]);
  });

  it("names no variable that nobody reads", () => {
    const read = new Set([...knownVariables, ...sourceKeys, ...composeVariables]);
    expect([...example.keys()].filter((name) => !read.has(name))).toEqual([]);
  });

  it("is made of names with values and of comments, and names nothing twice", () => {
    const names = lines.filter((line) => line !== "" && !line.startsWith("#"));
    expect(names.filter((line) => !/^[A-Z_0-9]+=\S*$/.test(line))).toEqual([]);
    expect(example.size).toBe(names.length);
  });

  it("holds values that every program takes, and no secret", () => {
    for (const schema of Object.values(programVariables)) {
      for (const [name, value] of example) {
        const field = schema.shape[name];
        if (field === undefined || value === "") continue;
        expect({ name, taken: field.safeParse(value).success }).toEqual({ name, taken: true });
      }
    }
    const secrets = [...example].filter(([name]) => /PASSWORD|SECRET|_KEY_|_URL$/.test(name));
    expect(secrets.filter(([, value]) => value !== "")).toEqual([]);
  });
});

describe("what the code reads of the environment", () => {
  const programs = loadSourceFiles(projectRoot).filter(({ path }) => /^(shared|workers|services)\//.test(path));

  it("is nothing but what the schemas say, besides the search path", () => {
    const read = programs.flatMap(({ text }) => [...text.matchAll(/process\.env\.([A-Z_]+)/g)].map(([, name]) => name));
    expect([...new Set(read)].filter((name) => !knownVariables.includes(name ?? ""))).toEqual(["PATH"]);
  });

  it("is known of every program that starts a process", () => {
    const mains = programs
      .map(({ path }) => path)
      .filter((path) => path.endsWith("/src/main.ts"))
      .map((path) => path.replace("/src/", "/dist/").replace(/\.ts$/, ".js"));
    expect(mains.filter((program) => programVariables[program] === undefined)).toEqual([]);
  });
});

describe("variableOf", () => {
  it.each([
    ["DATABASE_URL", "DATABASE_URL"],
    ["DATABASE_URL_FILE", "DATABASE_URL"],
    ["OF_NOBODY_FILE", "OF_NOBODY_FILE"],
  ])("takes %s for %s", (name, variable) => {
    expect(variableOf(name)).toBe(variable);
  });
});
