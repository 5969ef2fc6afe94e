import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
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
    const named = every(/PROGRAM=([^`]+)`/g).map((words) => words.replaceAll('"', "").split(" ").at(-1));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((program) => !started.includes(program))).toEqual([]);
  });

  it("sets variables that somebody reads", () => {
    const compose = loadCompose(projectRoot, {}).variables;
    const isKnown = (name: string) =>
      knownVariables.includes(variableOf(name)) ||
      compose.has(name) ||
      sourceKeyVariable.test(name) ||
      name === "PROGRAM" ||
      name === "CREDENTIALS_DIRECTORY";
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

/** What the guide has systemd start: of each file its variables, those for all included. */
function readSystemdRows(): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const rows = new Map<string, Record<string, string>>();
  for (const [, file = "", cell = ""] of guide.matchAll(/^\| `([\w-]+)\.env` \| (.*) \|$/gm)) {
    const set = [...cell.matchAll(/`([A-Z_]+)(?:=([^`]*))?`/g)].map(([, name = "", value = ""]) => [name, value]);
    rows.set(file, { ...rows.get("common"), ...Object.fromEntries(set) });
  }
  return rows;
}

describe("the guide, beside the compose file", () => {
  const { services, networks } = loadCompose(projectRoot, { POSTGRES_PASSWORD: "of-no-importance" }).file;
  const running = Object.entries(services).filter(
    ([, { image, restart }]) => image === "openremit:local" && restart !== "no",
  );
  const bytesOf = (text = "") => Number.parseInt(text, 10) * (/g$/i.test(text) ? 1024 : 1);

  it("has systemd and npm start the same programs in the same way, with the same folders and room", () => {
    const rows = [...readSystemdRows()].filter(([file]) => file !== "common");
    const [room] = every(/^MemoryMax=(\w+)$/gm);
    expect(running.length).toBeGreaterThanOrEqual(6);
    for (const [name, { command = [], environment, deploy }] of running) {
      const words = command.slice(1).join(" ");
      expect(scripts[`start:${name}`]).toBe(`node ${words}`);
      const own = rows.filter(([, { PROGRAM = "" }]) => PROGRAM.replaceAll('"', "") === words);
      expect([name, own.length]).not.toEqual([name, 0]);
      const folders = Object.keys(environment).filter((variable) => /_DIR$|^SANDBOX_URL$/.test(variable));
      for (const [file, variables] of own)
        expect([file, folders.filter((variable) => !variables[variable])]).toEqual([file, []]);
      expect(bytesOf(room)).toBeGreaterThanOrEqual(bytesOf(deploy?.resources?.limits.memory));
    }
    const [, enabled = ""] = /systemctl enable --now ((?:.*\\\n)*.*)/.exec(guide) ?? [];
    expect([...enabled.matchAll(/openremit@([\w-]+)/g)].map(([, file]) => file).sort()).toEqual(
      rows.map(([file]) => file).sort(),
    );
  });

  it("gives what is done by hand under systemd the secrets of the services", () => {
    const credentials = [...guide.matchAll(/LoadCredential=(\S+)/g)].map(([, credential]) => credential);
    expect(credentials).toHaveLength(4);
    expect(new Set(credentials).size).toBe(2);
  });

  it("runs services that are there, and tools that npm knows by the same name", () => {
    const commands = every(/docker compose run --rm (?:--no-deps )?(\w+)/g);
    expect(commands).toEqual(expect.arrayContaining(["backup", "restore", "doctor", "tools", "migrate"]));
    expect(commands.filter((name) => services[name] === undefined)).toEqual([]);
    const source = readFileSync(join(projectRoot, "services/standalone/src/commands/tools.ts"), "utf8");
    const tools = [...source.matchAll(/^ +"?([\w:]+)"?: \(\) => import\("\.\/([\w-]+)\.ts"\)/gm)];
    expect(tools.length).toBeGreaterThanOrEqual(10);
    for (const [, name = "", file] of tools)
      expect(scripts[name]).toMatch(new RegExp(`services/standalone/dist/commands/${file}\\.js$`));
    const names = tools.map(([, name]) => name);
    const told = every(/^(?:openremit|docker compose run --rm tools) ([\w:]+)/gm);
    expect(told.length).toBeGreaterThanOrEqual(3);
    expect(told.filter((name) => !names.includes(name))).toEqual([]);
  });

  it("lets those outside, and no others, that read from a replica", () => {
    const [, text = ""] = /```yaml\n(services:[\s\S]*?)```/.exec(guide) ?? [];
    const opened: Record<string, { networks: string[] }> = parse(text).services;
    const readers = Object.keys(services).filter((name) => "DATABASE_READ_URL" in (services[name]?.environment ?? {}));
    expect(Object.keys(opened).sort()).toEqual(readers.sort());
    for (const { networks: added } of Object.values(opened))
      expect(added.map((name) => networks[name]?.internal)).toEqual([false]);
  });
});
