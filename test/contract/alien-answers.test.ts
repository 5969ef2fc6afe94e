import { readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { SourceAnswer } from "../../workers/collector/src/adapters/adapter.ts";
import { allAdapters } from "../../workers/collector/src/adapters/index.ts";
import { answersOfFixture, quoteFixtures, rateFixtures } from "../support/adapter-fixtures.ts";
import { loadAnswer } from "../support/source-fixture.ts";

interface Alien {
  readonly name: string;
  readonly body: string;
}

/** Answers with status 200 that no source of ours gives. */
const strangers: readonly Alien[] = readdirSync("test/fixtures/alien").map((name) => ({
  name,
  body: loadAnswer(`../alien/${name}`).body,
}));
/** What the other sources answer to a visit's first request. */
const neighbours: readonly Alien[] = Object.entries({ ...quoteFixtures, ...rateFixtures }).map(([name, { file }]) => ({
  name,
  body: loadAnswer(file).body,
}));
const aliensFor = (key: string) => [...strangers, ...neighbours].filter(({ name }) => name !== key);

/** The aliens that an adapter reads as if they were its source's, or fails on in words that are not ours. */
function taken(key: string, read: (body: string) => void): readonly string[] {
  return aliensFor(key).flatMap(({ name, body }) => {
    try {
      read(body);
      return [name];
    } catch (error) {
      return error instanceof Error && "code" in error && `${error.code}`.startsWith("source_") ? [] : [name];
    }
  });
}

describe("an alien answer with status 200", () => {
  it.each([...allAdapters.quotes])("is no price list of %s, wherever it comes in the visit", (key, adapter) => {
    const { task, ...fixture } = quoteFixtures[key] ?? fail(key);
    const answers = answersOfFixture({ ...fixture, task });
    const planned = adapter.plan(task).length;
    for (const place of answers.keys()) {
      const read = (body: string) => {
        const changed = answers.map((answer, at): SourceAnswer => (at === place ? { ...answer, body } : answer));
        adapter.follow?.(changed.slice(0, planned), task);
        adapter.parse(changed, task);
      };
      expect(taken(key, read)).toEqual([]);
    }
  });

  it.each([...allAdapters.rates])("is no table of %s", (key, adapter) => {
    const { file, url } = rateFixtures[key] ?? fail(key);
    const own = loadAnswer(file, undefined, url);
    expect(taken(key, (body) => adapter.parse([{ ...own, body }]))).toEqual([]);
  });
});

function fail(key: string): never {
  throw new Error(`no fixture of ${key}`);
}
