import { type Catalog, loadCatalog } from "@openremit/shared/catalog";
import type { CollectWishes } from "../../services/standalone/src/commands/source/collect-source.ts";
import type { SourceTool } from "../../services/standalone/src/commands/source/source-tool.ts";
import { parseStandaloneEnvironment } from "../../services/standalone/src/environment.ts";
import { staircaseNow } from "./staircase.ts";

/** What `npm run source` works with, saying into a list. */
export function createToolScene(env: Record<string, string> = {}, catalog: Catalog = loadCatalog("config")) {
  const said: string[] = [];
  const tool: SourceTool = {
    env: parseStandaloneEnvironment(env),
    catalog,
    mode: "simulated",
    clock: { now: () => staircaseNow },
    terminal: { say: (line) => void said.push(line) },
  };
  return { tool, text: () => said.join("\n") };
}

/** A dry run that records nothing, unless said. */
export function wish(fields: Partial<CollectWishes> = {}): CollectWishes {
  return { dryRun: true, record: null, shows: "ok", force: false, ...fields };
}
