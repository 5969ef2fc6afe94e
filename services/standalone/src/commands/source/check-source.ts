import { requestsPerDay } from "@openremit/shared/catalog";
import type { Stores } from "@openremit/shared/storage";
import { findInAnswerTests } from "./answer-tests.ts";
import { beforeEnabling } from "./before-enabling.ts";
import { findInFixtures } from "./find-in-fixtures.ts";
import { findInPlan } from "./find-in-plan.ts";
import { findInRealMode } from "./find-in-real-mode.ts";
import type { FoundSource } from "./find-source.ts";
import { type Finding, right } from "./finding.ts";
import type { SourceTool } from "./source-tool.ts";
import { folded, textTable } from "./text-table.ts";

const marks: Record<Finding["state"], string> = { right: "✓", wrong: "✗", open: "…" };
/**
 * `check`: everything that can be said of a source without asking it for a price. In real mode its robots.txt is read,
 * which is one request. Returns whether nothing is wrong; what is left to do before it can be enabled is not wrong.
 */
export async function checkSource(
  found: FoundSource,
  { withTests, fixtures }: { readonly withTests: boolean; readonly fixtures: string },
  tool: SourceTool,
  stores: Stores | null,
): Promise<boolean> {
  const { terminal, catalog } = tool;
  const { config } = found;
  if (config.status === "closed") {
    terminal.say(`${config.key} is closed since ${config.statusDecision?.since}: ${config.statusDecision?.reason}`);
    return true;
  }
  const planned = findInPlan(found, tool);
  if (planned.requests.length > 0) {
    terminal.say(`The plan of ${planned.of}`);
    const rows = planned.requests.map(({ method, url, body }) => [method, folded(url, 78), folded(body ?? "", 58)]);
    terminal.say(textTable(["method", "address", "body"], rows, [null, 80, 60]));
  }
  const isTariff = catalog.tariffs.has(config.key);
  const findings = [
    right("config: read, and every rule of config:check holds"),
    findInCap(found, tool),
    ...planned.findings,
    ...(isTariff ? [] : await findInFixtures(found, fixtures, catalog)),
    ...(isTariff || !withTests ? [] : await findInAnswerTests(config.key)),
    ...(stores === null ? [] : await findInRealMode(found, planned.requests, tool, stores)),
    ...beforeEnabling(found, tool),
  ];
  terminal.say(
    textTable(
      ["", config.key],
      findings.map(({ state, what }) => [marks[state], what]),
      [null, 110],
    ),
  );
  const faults = findings.filter(({ state }) => state === "wrong").length;
  terminal.say(faults === 0 ? "Nothing is wrong." : `Wrong: ${faults}.`);
  return faults === 0;
}

function findInCap({ config }: FoundSource, { catalog }: SourceTool): Finding {
  const needed = requestsPerDay(config, [...catalog.corridorConfigs.values()]);
  return right(`asked up to ${needed} times a day by its schedule, ${config.limits.perDay} allowed`);
}
