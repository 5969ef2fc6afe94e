import { describe, expect, it } from "@jest/globals";
import { findConfigProblems, problemLine } from "@openremit/shared/catalog";
import { type ConfigChanges, likeSound, withConfigDirectory } from "../../support/config-directory.ts";

/** The problem lines of a broken directory, its own path left out. */
const problemsOf = (changes: ConfigChanges): string[] =>
  withConfigDirectory(changes, (directory) =>
    findConfigProblems(directory).problems.map((problem) => problemLine(problem).replaceAll(`${directory}/`, "")),
  );

const corridor = "corridors/be-ma.json";
const provider = "providers/alpha.json";
const quotes = "sources/quotes/alpha.json";
const rates = "sources/rates/bank.json";
const decision = { reason: "asks for a login", since: "2026-01-01" };
const peg = { currency: "XOF", anchor: "EUR", value: "655.957", since: "1999-01-01", until: null, source: "BCEAO" };
const unnamed = { name: "Beta Money", aliases: [], surveyNames: [] };
const secondAlpha = likeSound(provider, { key: "beta", name: "Beta Money", surveyNames: [] });

const broken: ReadonlyArray<readonly [rule: string, changes: ConfigChanges, ...lines: string[]]> = [
  ["malformed JSON", { [provider]: "{" }, "providers/alpha.json: $: not readable as JSON"],
  ["a missing field", { [provider]: { name: undefined } }, "providers/alpha.json: $.name: missing: add it: a value of"],
  ["an unknown field", { [provider]: { colour: "red" } }, "providers/alpha.json: $: unknown `colour`: remove it or"],
  [
    "a number where a string belongs",
    { [corridor]: { amounts: [50] } },
    "corridors/be-ma.json: $.amounts[0]: 50 is not right (Invalid input: expected string, received number): write a",
  ],
  [
    "a day that does not exist",
    { [quotes]: { verified: { how: "recorded", on: "2026-02-30" } } },
    'sources/quotes/alpha.json: $.verified.on: "2026-02-30" is not right (Invalid ISO date): write a calendar day',
  ],
  [
    "too short an interval",
    { [rates]: { schedule: { everyMinutes: 1, scope: "all", requests: 1 } } },
    "sources/rates/bank.json: $.schedule.everyMinutes: 1 is not right (Too small: expected number to be >=5): write at",
  ],
  ["a missing file", { "pegs.json": null }, "pegs.json: $: missing: add the file"],
  ["an empty folder", { [rates]: null }, "sources/rates: $: missing: add at least one JSON file"],
  ["a stray file", { "corridor/be-tr.json": "{}" }, "corridor/be-tr.json: $: nothing reads this file: move it to one"],
  [
    "another kind's schema",
    { [provider]: { $schema: "../schema/corridor.schema.json" } },
    'providers/alpha.json: $.$schema: "../schema/corridor.schema.json" is not this kind of file\'s schema: write "../sc',
  ],
  ["no schema", { "pegs.json": { $schema: undefined } }, 'pegs.json: $.$schema: missing: write "./schema/pegs.schema'],

  [
    "a file named otherwise than its key",
    { "providers/gamma.json": likeSound(provider, { ...unnamed, key: "beta" }) },
    'providers/gamma.json: $.key: "beta" in a file named gamma.json: name the file beta.json or write "gamma"',
  ],
  [
    "an id that names other countries",
    { [corridor]: { receiveCountry: "TN" } },
    'corridors/be-ma.json: $.id: "be-ma" although money goes from BE to TN: write "be-tn" or correct the countries',
  ],
  [
    "a country nobody knows",
    { "corridors/be-zz.json": likeSound(corridor, { id: "be-zz", receiveCountry: "ZZ" }) },
    'corridors/be-zz.json: $.receiveCountry: "ZZ" is no country: write an ISO 3166-1 alpha-2 code',
  ],
  [
    "currencies nobody knows",
    { [corridor]: { sendCurrency: "EUX", receiveCurrencies: ["MAD", "MAX"] } },
    'corridors/be-ma.json: $.sendCurrency: "EUX" is no currency: write an ISO 4217 code that has',
    'corridors/be-ma.json: $.receiveCurrencies[1]: "MAX" is no currency: write an ISO 4217 code',
  ],
  [
    "units of account that nobody is paid in",
    { [corridor]: { sendCurrency: "XDR", receiveCurrencies: ["XAU"] } },
    'corridors/be-ma.json: $.sendCurrency: nobody is paid in "XDR": write an ISO 4217 code that has a minor unit',
    'corridors/be-ma.json: $.receiveCurrencies[0]: nobody is paid in "XAU": write an ISO 4217 code that has a minor',
  ],
  [
    "a pay-out currency twice",
    { [corridor]: { receiveCurrencies: ["MAD", "MAD"] } },
    'corridors/be-ma.json: $.receiveCurrencies[1]: "MAD" stands there twice: keep it once',
  ],
  [
    "amounts that do not ascend",
    { [corridor]: { amounts: ["50", "50.00"] } },
    'corridors/be-ma.json: $.amounts[1]: "50.00" does not exceed "50" before it: sort the amounts, each once',
  ],
  [
    "an amount nobody can pay",
    { [corridor]: { amounts: ["50.005"] } },
    'corridors/be-ma.json: $.amounts[0]: "50.005" is finer than EUR can be paid: use 2 places',
  ],

  [
    "retirement without a decision",
    { [provider]: { status: "retired" } },
    "providers/alpha.json: $.statusDecision: retired without a decision: write the reason and since when",
  ],
  [
    "a decision on an active provider",
    { [provider]: { statusDecision: decision } },
    "providers/alpha.json: $.statusDecision: a decision on an active provider: write null or change the status",
  ],
  [
    "a register number nobody looked up",
    {
      [provider]: {
        regulators: [{ authority: "NBB", register: "https://example.org/", reference: "0123", checkedOn: null }],
      },
    },
    'providers/alpha.json: $.regulators[0].checkedOn: number "0123" without the day it was looked up: write the day',
  ],
  [
    "an alias of two providers",
    { "providers/beta.json": secondAlpha },
    'providers/beta.json: $.aliases[0]: "alpha-money" already belongs to alpha (providers/alpha.json, $.aliases[0])',
  ],
  [
    "an alias that is another provider's key",
    { "providers/beta.json": { ...secondAlpha, aliases: ["alpha"] } },
    'providers/beta.json: $.aliases[0]: "alpha" already belongs to alpha (providers/alpha.json, $.key)',
  ],
  [
    "a survey name of two providers",
    { "providers/beta.json": { ...secondAlpha, aliases: [], surveyNames: ["Alpha"] } },
    'providers/beta.json: $.surveyNames[0]: "Alpha" already belongs to alpha (providers/alpha.json, $.surveyNames[0])',
  ],
  [
    "a name of two providers",
    { "providers/beta.json": likeSound(provider, { ...unnamed, key: "beta", name: "Alpha Money" }) },
    'providers/beta.json: $.name: "Alpha Money" already belongs to alpha (providers/alpha.json, $.name): remove it from',
  ],

  [
    "an open source that cannot be asked",
    { [quotes]: { adapter: null, origins: [] } },
    "sources/quotes/alpha.json: $.adapter: an open source without adapter",
    "sources/quotes/alpha.json: $.origins: an open source without origin",
  ],
  [
    "a decision on an open source",
    { [rates]: { statusDecision: decision } },
    "sources/rates/bank.json: $.statusDecision: a decision on an open source",
  ],
  [
    "a closed source that runs",
    { [quotes]: { status: "closed", enabled: true } },
    "sources/quotes/alpha.json: $.statusDecision: closed without a decision: write the reason and since when",
    'sources/quotes/alpha.json: $.adapter: a closed source with adapter "sample": write null',
    "sources/quotes/alpha.json: $.enabled: a closed source is enabled: write false",
  ],
  [
    "a daily cap below what the schedule itself asks: two amounts by the hour, and robots.txt",
    {
      [quotes]: {
        schedule: { everyMinutes: 60, scope: "amount", requests: 3 },
        limits: { max: 1, perSeconds: 1, concurrency: 1, perDay: 144 },
      },
    },
    "sources/quotes/alpha.json: $.limits.perDay: 144 requests a day, and the schedule makes up to 145: write 145 or more",
  ],
  [
    "origins with a path or without encryption",
    { [quotes]: { origins: ["https://api.example.org/v1", "http://api.example.org"] } },
    'sources/quotes/alpha.json: $.origins[0]: "https://api.example.org/v1" is not a bare https origin: write "https://',
    'sources/quotes/alpha.json: $.origins[1]: "http://api.example.org" is not a bare https origin: write an https or',
  ],
  [
    "one key for a source of each kind",
    { "sources/rates/alpha.json": likeSound(rates, { key: "alpha" }) },
    'sources/rates/alpha.json: $.key: a source of quotes is named "alpha" too: choose another key',
  ],
  [
    "a provider that does not exist",
    { [quotes]: { provider: "omega" } },
    'sources/quotes/alpha.json: $.provider: no provider "omega": add providers/omega.json or correct the key',
  ],
  [
    "a direct source of nobody",
    { [quotes]: { provider: null } },
    "sources/quotes/alpha.json: $.provider: a direct source without provider: name the provider whose prices it gives",
  ],
  [
    "a feed of one provider",
    { [quotes]: { kind: "feed" } },
    'sources/quotes/alpha.json: $.provider: a feed of one provider, "alpha": write null: its rows name the provider',
  ],
  [
    "an enabled source of a paused provider",
    { [quotes]: { enabled: true }, [provider]: { status: "paused", statusDecision: decision } },
    "sources/quotes/alpha.json: $.enabled: enabled although alpha is paused: write false",
  ],
  [
    "corridors that do not exist or stand twice",
    { [quotes]: { corridors: ["be-ma", "be-xx", "be-ma"] } },
    'sources/quotes/alpha.json: $.corridors[1]: no corridor "be-xx": add corridors/be-xx.json or remove it',
    'sources/quotes/alpha.json: $.corridors[2]: "be-ma" stands there twice: keep it once',
  ],
  [
    "a band that no margin lies in",
    { [quotes]: { expectations: { minimumQuotes: 1, marginPct: { min: "10", max: "-5" } } } },
    "sources/quotes/alpha.json: $.expectations.marginPct: no margin lies between 10 and -5: write the lesser one as min",
  ],

  [
    "two parities on one day",
    {
      "pegs.json": {
        pegs: [
          { ...peg, until: "2001-01-01" },
          { ...peg, since: "2001-01-01" },
        ],
      },
    },
    "pegs.json: $.pegs[1].since: XOF already has a parity in these days ($.pegs[0]): end the older one with `until`",
  ],
  [
    "a parity with itself that ends before it starts",
    { "pegs.json": { pegs: [{ ...peg, anchor: "XOF", until: "1998-12-31" }] } },
    "pegs.json: $.pegs[0].anchor: XOF pegged to itself: name the anchor currency",
    "pegs.json: $.pegs[0].until: 1998-12-31 is before 1999-01-01: correct one of the days",
  ],
  [
    "a hard peg without a parity",
    { "regimes.json": { regimes: [{ currency: "MAD", regime: "hard_peg", since: "2026-01-01", source: "hearsay" }] } },
    "regimes.json: $.regimes[0].regime: MAD has no parity: add it to pegs.json with its source",
  ],
  [
    "a major currency twice, and an unknown one",
    { "regimes.json": { majors: ["EUR", "EUX", "EUR"] } },
    'regimes.json: $.majors[1]: "EUX" is no currency: write an ISO 4217 code',
    'regimes.json: $.majors[2]: "EUR" stands there twice: keep it once',
  ],
  [
    "closing days out of order",
    { "calendars.json": { target: { source: "ECB", closedOn: ["2026-04-03", "2026-01-01"] } } },
    "calendars.json: $.target.closedOn[1]: 2026-01-01 does not come after 2026-04-03: sort the days, each once",
  ],
  [
    "a country in two regions, one without a name, and a former code in use",
    {
      "countries.json": {
        regions: [
          { region: "Europe", countries: ["BEL", "XKX", "MAR"] },
          { region: "Africa", countries: ["MAR", "SEN"] },
        ],
        formerCodes: { BEL: "XKX" },
      },
    },
    "countries.json: $.regions[1].countries[0]: stands in two regions: keep it once",
    "countries.json: $.regions[1].countries[1]: SEN has no name: add it to names",
    "countries.json: $.formerCodes.BEL: in use, or stands for nothing named: name a current country",
  ],
];

describe("findConfigProblems", () => {
  it("finds nothing in a sound directory", () => {
    expect(problemsOf({})).toEqual([]);
  });

  it("lets a parity begin the day after another ends", () => {
    const pegs = [
      { ...peg, until: "2001-01-01" },
      { ...peg, since: "2001-01-02" },
    ];
    expect(problemsOf({ "pegs.json": { pegs } })).toEqual([]);
  });

  it("does not blame a source for a provider whose own file is broken", () => {
    expect(problemsOf({ [provider]: { name: 7 } })).toEqual([
      expect.stringMatching(/^providers\/alpha\.json: \$\.name/),
    ]);
  });

  it.each(broken)("names file, path and fix for %s", (_rule, changes, ...lines) => {
    expect(problemsOf(changes)).toEqual(lines.map((line) => expect.stringContaining(line)));
  });
});
