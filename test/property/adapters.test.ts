import { describe, expect, it } from "@jest/globals";
import { publishedQuote, publishedRate, sourceIssue } from "@openremit/shared/contracts";
import { corridorKey, OpenRemitError } from "@openremit/shared/domain";
import fc from "fast-check";
import type { QuoteAdapter, SetAside, SourceAnswer } from "../../workers/collector/src/adapters/adapter.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { storableIssues } from "../../workers/collector/src/visit/storable-issues.ts";
import { answersOfFixture, type QuoteFixture, quoteFixtures, rateFixtures } from "../support/adapter-fixtures.ts";
import { explainsFigure, figuresOf } from "../support/figures-of-answer.ts";
import { wholeAnswers } from "../support/hostile-values.ts";
import { edits, mutateAnswer } from "../support/mutate-answer.ts";
import { loadAnswer } from "../support/source-fixture.ts";

const runs = { seed: 20261123, numRuns: 60 };
const slowestMs = 200;

/** Adapters that add, halve or divide published figures exactly; all others hand on figures as they were written. */
const combine: ReadonlySet<string> = new Set([
  ...[
    "wise",
    "remitly",
    "worldremit",
    "currencyfair",
    "koronapay",
    "instarem",
    "ria",
    "bank-al-maghrib",
    "cbk",
    "fbil",
  ],
  ...["nbe", "nrb", "tcmb"],
]);
/** Adapters that round, as they say: LemFi's scaled rate and the binary floats of the Malaysian bank. */
const round: ReadonlySet<string> = new Set(["lemfi", "bnm"]);

describe.each([...allAdapters.quotes])("a broken answer of %s", (key, adapter) => {
  const fixture = quoteFixtures[key] ?? fail(key);

  it("is refused in words of ours, or read for what it holds", () => {
    const recorded = answersOfFixture(fixture);
    let elapsedMs = 0;
    const attempt = (place: number, change: (body: string) => string) => {
      const answers = changeOne(recorded, place, change);
      const startedMs = performance.now();
      visit(adapter, fixture, answers);
      elapsedMs += performance.now() - startedMs;
    };
    fc.assert(
      fc.property(fc.nat(), edits, (place, changes) => attempt(place, (body) => mutateAnswer(body, changes))),
      runs,
    );
    for (const [place] of recorded.entries()) for (const whole of wholeAnswers) attempt(place, () => whole);
    expect(elapsedMs).toBeLessThan((runs.numRuns + recorded.length * wholeAnswers.length) * slowestMs);
  });
});

describe.each([...allAdapters.rates])("a broken answer of %s", (key, adapter) => {
  const fixture = rateFixtures[key] ?? fail(key);

  it("is refused in words of ours, or read for what it holds", () => {
    let elapsedMs = 0;
    const attempt = (change: (body: string) => string) => {
      const answer = loadAnswer(fixture.file, change, fixture.url);
      const startedMs = performance.now();
      const read = orRefusal(() => adapter.parse([answer]));
      elapsedMs += performance.now() - startedMs;
      if (read === null) return;
      for (const rate of read.rates) expect(publishedRate.parse(rate)).toEqual(rate);
      expectEachOnce(read.rates.map(({ base, quote, observedOn }) => `${base}/${quote} ${observedOn}`));
      expectStorable(read.rates, read.setAside);
      expectFigures(
        key,
        [answer],
        read.rates.map(({ value }) => value),
      );
    };
    fc.assert(
      fc.property(edits, (changes) => attempt((body) => mutateAnswer(body, changes))),
      runs,
    );
    for (const whole of wholeAnswers) attempt(() => whole);
    expect(elapsedMs).toBeLessThan((runs.numRuns + wholeAnswers.length) * slowestMs);
  });
});

/** A visit as the collector makes it: as many answers come as are asked for, the recorded ones over and over. */
function visit(adapter: QuoteAdapter, { task }: QuoteFixture, recorded: readonly SourceAnswer[]): void {
  const [first = fail(adapter.key), ...next] = recorded;
  const answers = [first];
  const read = orRefusal(() => {
    for (const [place] of (adapter.follow?.(answers, task) ?? []).entries()) {
      answers.push(next[place % next.length] ?? fail(adapter.key));
    }
    return adapter.parse(answers, task);
  });
  if (read === null) return;
  for (const quote of read.quotes) {
    expect(publishedQuote.parse(quote)).toEqual(quote);
    expect(task.corridors).toContainEqual(quote.corridor);
    expect([...task.amounts, null]).toContain(quote.amount);
  }
  const offers = read.quotes.map((quote) =>
    [quote.provider, corridorKey(quote.corridor), quote.payIn, quote.payOut, quote.amount].join(),
  );
  expectEachOnce(offers);
  expectStorable(read.quotes, read.setAside);
  const figures = read.quotes.flatMap(({ fee, rate, received, payOutFee, promotion, band, feeSchedule }) => [
    ...[fee, rate, received, payOutFee, promotion?.rate, promotion?.fee, promotion?.received, promotion?.upTo],
    ...[band?.min, band?.max],
    ...(feeSchedule?.tiers ?? []).flatMap(({ from, flat, pct, min, max }) => [from, flat, pct, min, max]),
  ]);
  expectFigures(
    adapter.key,
    answers,
    figures.flatMap((figure) => figure ?? []),
  );
}

/** Null where the answer is refused as a source's fault. Whatever else is thrown fails the test. */
function orRefusal<Read>(parse: () => Read): Read | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof OpenRemitError && error.code.startsWith("source_")) return null;
    throw error;
  } finally {
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  }
}

function changeOne(answers: readonly SourceAnswer[], place: number, change: (body: string) => string) {
  const at = place % answers.length;
  return answers.map((answer, index) => (index === at ? { ...answer, body: change(answer.body) } : answer));
}

function expectEachOnce(names: readonly string[]): void {
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
}

/** PostgreSQL's JSON holds neither the character 0 nor half a surrogate pair; an issue holds so many characters. */
function expectStorable(read: readonly object[], setAside: readonly SetAside[]): void {
  expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
  const issues = storableIssues(setAside.map((one) => ({ source: "some-source", ...one })));
  for (const issue of issues) expect(sourceIssue.safeParse(issue).error?.issues ?? []).toEqual([]);
}

function expectFigures(key: string, answers: readonly SourceAnswer[], figures: readonly string[]): void {
  const published = figuresOf(answers.map(({ body }) => body));
  const how = combine.has(key) ? "exact" : "verbatim";
  if (!round.has(key)) expect(figures.filter((figure) => !explainsFigure(published, figure, how))).toEqual([]);
}

function fail(key: string): never {
  throw new Error(`no fixture of ${key}, or too few answers in it`);
}
