import type { CorridorConfig } from "@openremit/shared/contracts";
import { type Corridor, corridorKey } from "@openremit/shared/domain";
import type { SiteContext } from "../site/page.ts";
import { PageProblem } from "../site/page-problem.ts";

/** A country pair, and which of its currencies is paid out. */
export interface CorridorChosen {
  readonly config: CorridorConfig;
  readonly corridor: Corridor;
}

/**
 * The corridor of money an address means; the first pay-out currency where it names none.
 *
 * @throws PageProblem 404 in words
 */
export function findCorridor(
  id: string,
  currency: string | null,
  { catalog }: Pick<SiteContext, "catalog">,
): CorridorChosen {
  const config = catalog.corridorConfigs.get(id);
  if (config === undefined || !config.enabled) throw new PageProblem(404, "problem.no_such_corridor");
  const receiveCurrency = currency === null || currency === "" ? config.receiveCurrencies[0] : currency;
  const key = corridorKey({ ...config, receiveCurrency: receiveCurrency ?? "" });
  const corridor = catalog.corridors.get(key);
  if (corridor === undefined) throw new PageProblem(404, "problem.no_such_currency");
  return { config, corridor };
}
