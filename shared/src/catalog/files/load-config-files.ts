import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile, ConfigFiles, ConfigFolder } from "./config-files.ts";
import { type ConfigKind, configKinds } from "./config-kinds.ts";
import { findStrayFiles } from "./find-stray-files.ts";
import { loadConfigFile } from "./load-config-file.ts";

export interface LoadedFiles {
  readonly files: ConfigFiles;
  readonly problems: readonly ConfigProblem[];
}

/** Loads every file of a config directory against its schema. Collects problems instead of stopping at the first. */
export function loadConfigFiles(configDirectory: string): LoadedFiles {
  const problems: ConfigProblem[] = [...findStrayFiles(configDirectory)];

  function loadFolder<Schema extends z.ZodType>(kind: ConfigKind<Schema>): ConfigFolder<z.output<Schema>> {
    const folder = join(configDirectory, kind.place);
    const paths = existsSync(folder) ? jsonFilesIn(folder) : [];
    if (paths.length === 0 && !kind.mayBeEmpty) problems.push(missing(folder, "add at least one JSON file"));
    const loaded = paths.map((path) => loadConfigFile(configDirectory, path, kind));
    problems.push(...loaded.flatMap((one) => one.problems));
    return {
      names: new Set(paths.map((path) => basename(path, ".json"))),
      files: loaded.map((one) => one.file).filter((file) => file !== null),
    };
  }

  function loadSingle<Schema extends z.ZodType>(kind: ConfigKind<Schema>): ConfigFile<z.output<Schema>> | null {
    const path = join(configDirectory, kind.place);
    if (!existsSync(path)) {
      problems.push(missing(path, "add the file"));
      return null;
    }
    const loaded = loadConfigFile(configDirectory, path, kind);
    problems.push(...loaded.problems);
    return loaded.file;
  }

  const files = {
    corridors: loadFolder(configKinds.corridor),
    providers: loadFolder(configKinds.provider),
    quoteSources: loadFolder(configKinds.quoteSource),
    rateSources: loadFolder(configKinds.rateSource),
    receivers: loadFolder(configKinds.receiver),
    tariffs: loadFolder(configKinds.tariff),
    pegs: loadSingle(configKinds.pegs),
    regimes: loadSingle(configKinds.regimes),
    calendars: loadSingle(configKinds.calendars),
    countries: loadSingle(configKinds.countries),
  };
  return { files, problems };
}

function jsonFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, name));
}

function missing(file: string, fix: string): ConfigProblem {
  return { file, path: "$", wrong: "missing", fix };
}
