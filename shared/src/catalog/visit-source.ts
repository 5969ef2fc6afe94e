import { type QuoteSourceConfig, visitSourceKey } from "../contracts/index.ts";
import { freezeDeep } from "./files/freeze-deep.ts";

/** People in shops, as what they are too: a source of quotes. Nothing is asked over the net, and nobody is awaited. */
export const visitSource: QuoteSourceConfig = freezeDeep({
  key: visitSourceKey,
  name: "Visits to shops",
  adapter: null,
  origins: [],
  schedule: { everyMinutes: 1_440, scope: "amount", requests: 0 },
  limits: { max: 1, perSeconds: 60, concurrency: 1, perDay: 0 },
  conduct: {
    robots: "Nothing is asked over the net.",
    terms: null,
    note: "People ask in a shop, as customers do, and enter what they were told. Every visit is entered twice.",
    checkedOn: "2026-11-23",
  },
  status: "open",
  statusDecision: null,
  verified: { how: "documented", on: "2026-11-23" },
  enabled: true,
  attribution: null,
  licence: null,
  kind: "visit",
  provider: null,
  corridors: "all",
  expectations: { minimumQuotes: 0 },
});
