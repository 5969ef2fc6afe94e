import { describe, expect, it } from "@jest/globals";
import { findConfigProblems, problemLine } from "@openremit/shared/catalog";
import { type ConfigChanges, likeSound, withConfigDirectory } from "../../support/config-directory.ts";

const receiver = "receiver/ma.json";
const tier = { from: "0", flat: "5", pct: "0", min: null, max: null };
const line = {
  id: "ma-sample-fee",
  kind: "cash_out_fee",
  payOuts: ["cash_pickup"],
  provider: null,
  operator: null,
  currency: "MAD",
  schedule: { tiers: [tier] },
  band: null,
  when: "always",
  note: null,
  since: "2026-01-01",
  until: null,
  basis: "law",
  source: { title: "A sample", url: "https://alpha.example/fees", checkedOn: "2026-01-01" },
};
const withLine = (fields: object): ConfigChanges => ({ [receiver]: { lines: [{ ...line, ...fields }] } });

/** The problem lines of a broken directory, its own path left out. */
const problemsOf = (changes: ConfigChanges): string[] =>
  withConfigDirectory(changes, (directory) =>
    findConfigProblems(directory).problems.map((problem) => problemLine(problem).replaceAll(`${directory}/`, "")),
  );

describe("the receiver's side in config", () => {
  it("is right with a fee by tiers, with an incentive, and with a figure nobody knows", () => {
    const tiers = [tier, { ...tier, from: "100.50", pct: "1", min: "1", max: "9" }];
    const lines = [
      { ...line, schedule: { tiers }, band: { min: "0", max: "1000" } },
      { ...line, id: "ma-second", kind: "incentive", until: "2026-01-01" },
      { ...line, id: "ma-third", schedule: null },
    ];
    expect(problemsOf({ [receiver]: { lines } })).toEqual([]);
  });

  it.each([
    [
      "another country's file",
      { [receiver]: { country: "TR" } },
      '$.country: "TR" in a file named ma.json: name the file tr',
    ],
    ["a provider nobody knows", withLine({ provider: "omega" }), '$.lines[0].provider: no provider "omega": add'],
    [
      "a currency nobody is paid there",
      withLine({ currency: "EUR" }),
      "$.lines[0].currency: nobody is paid EUR in MA: write MAD",
    ],
    [
      "an id twice",
      { [receiver]: { lines: [line, line] } },
      '$.lines[1].id: "ma-sample-fee" is another line\'s id too: choose',
    ],
    [
      "days the wrong way round",
      withLine({ until: "2025-12-31" }),
      "$.lines[0].until: 2025-12-31 is before 2026-01-01: correct",
    ],
    [
      "a band without schedule",
      withLine({ schedule: null, band: { min: "0", max: "9" } }),
      "$.lines[0].band: a band without a",
    ],
    [
      "a band the wrong way round",
      withLine({ band: { min: "9", max: "8" } }),
      "$.lines[0].band.max: 8 is less than 9: correct",
    ],
    [
      "tiers that do not ascend",
      withLine({ schedule: { tiers: [tier, { ...tier, from: "100" }, { ...tier, from: "50" }] } }),
      "$.lines[0].schedule: fee schedule: tiers must ascend: write tiers that ascend from 0",
    ],
    [
      "tiers that leave the least amounts out",
      withLine({ schedule: { tiers: [{ ...tier, from: "1" }] } }),
      "$.lines[0].schedule: fee schedule: the first tier must start at 0: write tiers",
    ],
    ["a kind nobody knows", withLine({ kind: "gift" }), '$.lines[0].kind: "gift" is not right'],
    [
      "a source without day",
      withLine({ source: { ...line.source, checkedOn: undefined } }),
      "$.lines[0].source.checkedOn: missing",
    ],
  ] satisfies [string, ConfigChanges, string][])("names file, path and fix for %s", (_rule, changes, problem) => {
    expect(problemsOf(changes)[0]).toContain(`${receiver}: ${problem}`);
  });

  it("names a country no corridor leads to", () => {
    const changes = { "receiver/tr.json": likeSound(receiver, { country: "TR", lines: [{ ...line, id: "tr-fee" }] }) };
    expect(problemsOf(changes)).toEqual([
      "receiver/tr.json: $.country: no corridor leads to TR: add the corridor or remove the file",
    ]);
  });
});
