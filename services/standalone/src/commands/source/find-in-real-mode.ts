import type { PlannedRequest } from "@openremit/shared/http";
import { readPauses, type Stores } from "@openremit/shared/storage";
import type { FoundSource } from "./find-source.ts";
import { type Finding, right, wrong } from "./finding.ts";
import { openHttp } from "./open-http.ts";
import type { SourceTool } from "./source-tool.ts";

/** What only the source itself and the record of real mode can say. */
export async function findInRealMode(
  { config }: FoundSource,
  requests: readonly PlannedRequest[],
  tool: SourceTool,
  stores: Stores,
): Promise<readonly Finding[]> {
  const pause = (await readPauses(stores.database)).get(config.key);
  if (pause !== undefined) return [wrong(`paused since ${pause.pausedAt}: ${pause.reason}`)];
  const [request] = requests;
  if (request === undefined) return [];
  const http = openHttp(tool, { stores });
  try {
    const { result } = await http.askRobots(config, request);
    const isOpen = result === "allowed" || result === "no_robots";
    return [(isOpen ? right : wrong)(`robots.txt: ${result}`)];
  } finally {
    http.close();
  }
}
