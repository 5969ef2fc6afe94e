import { afterEach, describe, expect, it } from "@jest/globals";
import { createSandbox, type Sandbox } from "@openremit/sandbox";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { quoteFixtures } from "../support/adapter-fixtures.ts";
import { askSandbox } from "../support/ask-sandbox.ts";
import { newestRates, visit } from "../support/quote-task.ts";
import { askWhole } from "../support/whole-visit.ts";

const running: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.stop();
});

async function startAt(time: string, seed = "test"): Promise<Sandbox> {
  const sandbox = createSandbox({ port: 0, seed, clock: { now: () => new Date(time) } });
  await sandbox.start();
  running.push(sandbox);
  return sandbox;
}

/** Every source's whole visit, as one text each. */
async function answersOf({ url }: Sandbox): Promise<readonly string[]> {
  const quotes = [...allAdapters.quotes.values()].map((adapter) => {
    const { task } = quoteFixtures[adapter.key] ?? { task: visit("be-ma:EUR-MAD", "200") };
    return askWhole(adapter, task, (request) => askSandbox(url, adapter.key, request));
  });
  const rates = [...allAdapters.rates.values()].map((adapter) =>
    Promise.all(adapter.plan(newestRates).map((request) => askSandbox(url, adapter.key, request))),
  );
  const visits = await Promise.all([...quotes, ...rates]);
  return visits.map((answers) => answers.map(({ body }) => body).join("\n"));
}

async function ecbDayAt(time: string): Promise<string | undefined> {
  const { url } = await startAt(time);
  const ecb = allAdapters.rates.get("ecb");
  const [request] = ecb?.plan(newestRates) ?? [];
  return request && ecb?.parse([await askSandbox(url, "ecb", request)]).rates[0]?.observedOn;
}

describe("sandbox: seed and clock", () => {
  it("answers the same bytes for the same seed and moment", async () => {
    const [first, second] = [await startAt("2026-11-20T15:30:00Z"), await startAt("2026-11-20T15:30:00Z")];
    const answers = await answersOf(first);
    expect(answers).toHaveLength(allAdapters.quotes.size + allAdapters.rates.size);
    expect(await answersOf(second)).toEqual(answers);
    expect(await answersOf(first)).toEqual(answers);
  });

  it("answers other prices for another seed, and another hour", async () => {
    const answers = await answersOf(await startAt("2026-11-20T15:30:00Z"));
    const elsewhere = await answersOf(await startAt("2026-11-20T15:30:00Z", "other"));
    for (const [place, answer] of elsewhere.entries()) expect(answer).not.toBe(answers[place]);
    const later = await answersOf(await startAt("2026-11-20T16:30:00Z"));
    expect(later[0]).not.toBe(answers[0]);
  });

  it.each([
    ["before publication on a Friday", "2026-11-20T09:00:00Z", "2026-11-19"],
    ["after publication on a Friday", "2026-11-20T15:00:00Z", "2026-11-20"],
    ["on a Sunday", "2026-11-22T18:00:00Z", "2026-11-20"],
    ["on Easter Monday", "2026-04-06T18:00:00Z", "2026-04-02"],
    ["on Easter Monday of another year", "2027-03-29T18:00:00Z", "2027-03-25"],
    ["on Boxing Day", "2028-12-26T18:00:00Z", "2028-12-22"],
  ])("has the ECB's newest day %s", async (_when, time, day) => {
    expect(await ecbDayAt(time)).toBe(day);
  });
});
