import type { Catalog } from "@openremit/shared/catalog";
import type { ReleaseFile, ReleaseManifest } from "@openremit/shared/contracts";
import type { TableChange } from "./compare-with-previous.ts";

/** Everything the documents of a release speak of. */
export interface ReleaseFacts
  extends Pick<ReleaseManifest, "id" | "asOf" | "dataVersion" | "previous" | "simulated" | "createdFrom"> {
  /** Files of data, in the order in which they were made. */
  readonly files: readonly ReleaseFile[];
  readonly changes: readonly TableChange[];
  readonly rowsBySource: ReadonlyMap<string, number>;
  readonly catalog: Catalog;
}

export const authors = ["OpenRemit contributors"] as const;
export const publisher = "OpenRemit";
export const keywords = ["remittances", "remittance prices", "exchange rates", "SDG 10.c.1", "migration"] as const;

/** Of our own work; the repository's own licence. */
export const licence = {
  spdx: "MIT",
  title: "MIT License",
  url: "https://spdx.org/licenses/MIT.html",
  note: "For what OpenRemit made of it: choice, order, statistics and texts. The figures of others stay under their own terms, which RIGHTS.md and the columns licence and attribution tell. Please name OpenRemit and the date.",
} as const;

/** Its name, with what must not be overlooked. */
export function titleOf({ asOf, simulated }: Pick<ReleaseFacts, "asOf" | "simulated">): string {
  const what = "OpenRemit: what it costs to send money home";
  return simulated ? `SIMULATED PRICES. ${what}, as of ${asOf}` : `${what}, as of ${asOf}`;
}

export function descriptionOf({ asOf, simulated }: Pick<ReleaseFacts, "asOf" | "simulated">): string {
  const what = `Prices of remittances, reference rates and the World Bank's survey, as they were known at the end of ${asOf} (UTC). What was recorded later is not in it. Providers, corridors and rights are as configured when it was made.`;
  return simulated
    ? `${what} The prices and rates of this release come from OpenRemit's sandbox: they are invented, and nobody's. The World Bank's survey in it is as published.`
    : what;
}

export function citationOf(facts: Pick<ReleaseFacts, "id" | "asOf" | "simulated">): ReleaseManifest["citation"] {
  return {
    authors: [...authors],
    publisher,
    year: facts.asOf.slice(0, 4),
    title: titleOf(facts),
    version: facts.id,
  };
}
