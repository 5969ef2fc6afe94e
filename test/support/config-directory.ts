import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

type Json = Record<string, unknown>;

const sourceFields: Json = {
  adapter: "sample",
  origins: ["https://api.example.org"],
  schedule: { everyMinutes: 60, scope: "all", requests: 1 },
  limits: { max: 1, perSeconds: 1, concurrency: 1, perDay: 1000 },
  conduct: { robots: "Allows all.", terms: null, note: "", checkedOn: "2026-01-01" },
  status: "open",
  statusDecision: null,
  verified: { how: "recorded", on: "2026-01-01" },
  enabled: false,
  attribution: null,
};

/** The smallest config directory that is right: one thing of every kind. */
const soundFiles: Readonly<Record<string, Json>> = {
  "corridors/be-ma.json": {
    $schema: "../schema/corridor.schema.json",
    id: "be-ma",
    sendCountry: "BE",
    sendCurrency: "EUR",
    receiveCountry: "MA",
    receiveCurrencies: ["MAD"],
    amounts: ["50", "200"],
    senderLanguages: ["fr"],
    enabled: true,
  },
  "providers/alpha.json": {
    $schema: "../schema/provider.schema.json",
    key: "alpha",
    name: "Alpha Money",
    kind: "money_transfer_operator",
    aliases: ["alpha-money"],
    surveyNames: ["Alpha"],
    homePage: null,
    regulators: [],
    status: "active",
    statusDecision: null,
  },
  "sources/quotes/alpha.json": {
    $schema: "../../schema/quote-source.schema.json",
    ...sourceFields,
    key: "alpha",
    name: "Alpha prices",
    kind: "direct",
    provider: "alpha",
    corridors: "all",
    expectations: { minimumQuotes: 1 },
  },
  "sources/rates/bank.json": {
    $schema: "../../schema/rate-source.schema.json",
    ...sourceFields,
    key: "bank",
    name: "A central bank",
    layer: 1,
    publication: { calendar: "target", atUtc: "15:00" },
    minimumContributors: 1,
    expectations: { minimumRates: 1 },
  },
  "receiver/ma.json": {
    $schema: "../schema/receiver.schema.json",
    country: "MA",
    lines: [
      {
        id: "ma-sample-fee",
        kind: "cash_out_fee",
        payOuts: ["cash_pickup"],
        provider: "alpha",
        operator: null,
        currency: "MAD",
        schedule: { tiers: [{ from: "0", flat: "5", pct: "0", min: null, max: null }] },
        band: null,
        when: "always",
        note: null,
        since: "2026-01-01",
        until: null,
        basis: "provider",
        source: { title: "A sample", url: "https://alpha.example/fees", checkedOn: "2026-01-01" },
      },
    ],
  },
  "pegs.json": {
    $schema: "./schema/pegs.schema.json",
    pegs: [{ currency: "XOF", anchor: "EUR", value: "655.957", since: "1999-01-01", until: null, source: "BCEAO" }],
  },
  "regimes.json": {
    $schema: "./schema/regimes.schema.json",
    majors: ["EUR", "USD"],
    regimes: [{ currency: "MAD", regime: "managed", since: "2026-01-01", source: "Bank Al-Maghrib" }],
  },
  "calendars.json": {
    $schema: "./schema/calendars.schema.json",
    target: { source: "ECB", closedOn: ["2026-01-01", "2026-04-03"] },
  },
  "countries.json": {
    $schema: "./schema/countries.schema.json",
    classification: { title: "Regions", url: "https://example.org/regions", checkedOn: "2026-01-01" },
    regions: [
      { region: "Europe", countries: ["BEL", "XKX"] },
      { region: "Africa", countries: ["MAR"] },
    ],
    names: { BEL: ["Belgium"], MAR: ["Morocco"], XKX: ["Kosovo", "Kosova"] },
    formerCodes: { KSV: "XKX" },
    dissolved: [],
  },
};

/** What differs from the sound directory: fields merged into a file, raw text instead of it, or null for no file. */
export type ConfigChanges = Readonly<Record<string, Json | string | null>>;

/** Writes a config directory into a temporary place, hands it over and removes it. */
export function withConfigDirectory<T>(changes: ConfigChanges, use: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), "openremit-config-"));
  try {
    for (const name of new Set([...Object.keys(soundFiles), ...Object.keys(changes)])) {
      const text = fileText(name, changes[name]);
      if (text === null) continue;
      mkdirSync(dirname(join(directory, name)), { recursive: true });
      writeFileSync(join(directory, name), text);
    }
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function fileText(name: string, change: Json | string | null | undefined): string | null {
  if (change === null || typeof change === "string") return change;
  return JSON.stringify({ ...soundFiles[name], ...change }, undefined, 2);
}

/** A second file of a kind, made from the sound one. */
export function likeSound(name: string, fields: Json): Json {
  return { ...soundFiles[name], ...fields };
}
