import { describe, expect, it } from "@jest/globals";
import { judgeSilence, type Watched } from "@openremit/publisher";
import { loadCatalog } from "@openremit/shared/catalog";

const catalog = loadCatalog("config");
const sourceOf = (key: string) => {
  const source = catalog.quoteSources.get(key) ?? catalog.rateSources.get(key);
  if (source === undefined) throw new Error(`no source ${key}`);
  return source;
};
const { targetClosedOn } = catalog.rateKnowledge([]);
const judge = (watched: Pick<Watched, "source"> & Partial<Watched>, now: string, since = "2026-11-01T00:00:00Z") =>
  judgeSilence(
    { lastSuccessAt: null, firstVisitAt: null, newestDay: null, ...watched },
    { now: new Date(now), since: new Date(since), targetClosedOn },
  );

describe("a source of prices", () => {
  const wise = sourceOf("wise");
  const everyMs = wise.schedule.everyMinutes * 60_000;
  const at = new Date("2026-11-20T12:00:00Z");
  const later = (intervals: number) => new Date(at.getTime() + intervals * everyMs).toISOString();

  it("may miss two visits, and is silent from the third on", () => {
    expect(judge({ source: wise, lastSuccessAt: at }, later(3.9))).toEqual({ kind: "speaking" });
    expect(judge({ source: wise, lastSuccessAt: at }, later(4))).toEqual({
      kind: "silent",
      detail: "Nothing since 2026-11-20T12:00:00.000Z; 3 visits were due.",
    });
  });

  it("that never answered is silent once somebody has listened for as long", () => {
    expect(judge({ source: wise }, later(1), later(0)).kind).toBe("unknown");
    expect(judge({ source: wise }, later(5), later(0))).toEqual({
      kind: "silent",
      detail: "It has never answered; 4 visits were due.",
    });
  });
});

describe("a source of rates is judged by its calendar, not by its visits", () => {
  const ecb = sourceOf("ecb");
  // 2026-11-20 is a Friday.
  const friday = { source: ecb, newestDay: "2026-11-20", lastSuccessAt: new Date("2026-11-20T16:00:00Z") };

  it.each([
    ["on the Sunday after", "2026-11-22T23:00:00Z", "speaking"],
    ["on Monday evening, when a day's rates may be late", "2026-11-23T20:00:00Z", "speaking"],
    ["a day after Monday's were due", "2026-11-24T15:30:00Z", "silent"],
  ])("%s", (_when, now, kind) => {
    expect(judge(friday, now).kind).toBe(kind);
  });

  it("is silent while it answers every visit with an old day, and says how many publications are missing", () => {
    const answering = { ...friday, lastSuccessAt: new Date("2026-11-26T16:00:00Z") };

    expect(judge(answering, "2026-11-26T17:00:00Z")).toEqual({
      kind: "silent",
      detail: "Its newest rates are of 2026-11-20; 4 publications are out since.",
    });
  });

  it("of a month has five days of grace", () => {
    const unore = { source: sourceOf("unore"), newestDay: "2026-10-01" };

    expect(judge(unore, "2026-11-04T12:00:00Z").kind).toBe("speaking");
    expect(judge(unore, "2026-11-08T12:00:00Z").kind).toBe("silent");
  });
});
