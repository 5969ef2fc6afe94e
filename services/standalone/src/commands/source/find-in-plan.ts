import { allAdapters, planVisit, quoteAdapterOf } from "@openremit/collector";
import { OpenRemitError } from "@openremit/shared/domain";
import type { PlannedRequest } from "@openremit/shared/http";
import { findQuestion } from "./find-question.ts";
import type { FoundSource } from "./find-source.ts";
import { type Finding, right, wrong } from "./finding.ts";
import type { SourceTool } from "./source-tool.ts";

export interface Plan {
  readonly of: string;
  readonly requests: readonly PlannedRequest[];
  readonly findings: readonly Finding[];
}

/** What the adapter would ask about its first corridor. */
export function findInPlan(found: FoundSource, { catalog, clock }: SourceTool): Plan {
  const { config } = found;
  try {
    const strangeScope = findStrangeScope(found, catalog);
    if (strangeScope !== null) return { of: config.key, requests: [], findings: [strangeScope] };
    const { job, corridor, amount } = findQuestion(catalog, found, {});
    const { requests } = planVisit(job, { catalog, adapters: allAdapters, rateRows: [] }, { now: clock.now() });
    const of = corridor === null ? "its rates" : `${corridor.id} in ${corridor.receiveCurrency} at ${amount}`;
    return { of, requests, findings: [judgeOrigins(requests, config.origins)] };
  } catch (error) {
    if (!(error instanceof OpenRemitError)) throw error;
    return { of: config.key, requests: [], findings: [wrong(`adapter: ${error.message}`)] };
  }
}

function judgeOrigins(requests: readonly PlannedRequest[], origins: readonly string[]): Finding {
  const strangers = requests.map(({ url }) => new URL(url).origin).filter((origin) => !origins.includes(origin));
  if (strangers.length === 0) return right(`adapter: plans ${requests.length} requests, within its origins`);
  const named = [...new Set(strangers)].join(", ");
  return wrong(`adapter: plans to ask ${named}: add it to "origins" or correct the plan`);
}

/** Config and adapter have to agree on what one visit answers. */
function findStrangeScope({ about, config }: FoundSource, catalog: SourceTool["catalog"]): Finding | null {
  const scope = about === "rates" ? "all" : quoteAdapterOf(config, allAdapters, catalog).scope;
  if (scope === config.schedule.scope) return null;
  return wrong(`"schedule.scope" says "${config.schedule.scope}", and its adapter "${scope}": write "${scope}"`);
}
