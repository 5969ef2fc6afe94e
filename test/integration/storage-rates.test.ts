import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { readRates, rebuildLatest, recordRun } from "@openremit/shared/storage";
import { buildRate, buildRatesJob } from "../support/record-job.ts";
import { countRows, openStorageScene, type StorageScene } from "../support/storage-scene.ts";

describe("the record of reference rates", () => {
  let scene: StorageScene;
  beforeEach(async () => {
    scene = await openStorageScene();
  });
  afterEach(() => scene.close());

  it("gives back the newest days of every source and pair, all digits", async () => {
    const digits = "0.000000000000000000123456789012";
    const rates = [
      buildRate({ observedOn: "2026-11-18", value: digits }),
      buildRate({ observedOn: "2026-11-19" }),
      buildRate({ observedOn: "2026-11-20" }),
      buildRate({ quote: "USD", value: "1.0512" }),
    ];

    const recorded = await recordRun(scene.database, buildRatesJob({ rates }));

    expect(recorded).toEqual({ entries: new Map(), rates, inserted: 4, revised: 0, unchanged: 0 });
    expect(await readRates(scene.database, { perPair: 2 })).toEqual([rates[2], rates[1], rates[3]]);
    const { rows } = await scene.database.pool.query("select value::text from rates where observed_on = '2026-11-18'");
    expect(rows).toEqual([{ value: digits }]);
  });

  it("keeps every value of a day, reads the one fetched last, and brings only what changed", async () => {
    const published = buildRate({ value: "10.8123" });
    const corrected = buildRate({ value: "10.9", fetchedAt: "2026-11-20T16:00:00.000Z" });
    await recordRun(scene.database, buildRatesJob({ rates: [published] }));
    const unchanged = await recordRun(scene.database, buildRatesJob({ rates: [published] }));
    const revised = await recordRun(scene.database, buildRatesJob({ rates: [corrected] }));
    const late = buildRate({ value: "10.7", fetchedAt: "2026-11-20T14:00:00.000Z" });

    const older = await recordRun(scene.database, buildRatesJob({ rates: [late] }));

    expect([unchanged, revised, older].map(({ rates }) => rates)).toEqual([[], [corrected], [late]]);
    expect(await readRates(scene.database, { perPair: 10 })).toEqual([corrected]);
    expect(await countRows(scene.database, "rates")).toBe(3);
  });

  it("reads at a moment what could be known then: rows fetched by then, and earlier days fetched later", async () => {
    const at = new Date("2026-11-20T13:00:00Z");
    const fetchedLater = "2026-11-23T09:00:00.000Z";
    const history = buildRate({ observedOn: "2026-11-19", value: "10.1", fetchedAt: fetchedLater });
    const notOutYet = buildRate({ observedOn: "2026-11-20", value: "10.2", fetchedAt: fetchedLater });
    const known = buildRate({ observedOn: "2026-11-18", value: "10.3", fetchedAt: "2026-11-18T15:00:00.000Z" });
    const correction = buildRate({ observedOn: "2026-11-18", value: "10.4", fetchedAt: fetchedLater });
    await recordRun(scene.database, buildRatesJob({ rates: [known] }));
    await recordRun(scene.database, buildRatesJob({ rates: [history, notOutYet, correction] }));

    expect(await readRates(scene.database, { at, perPair: 10 })).toEqual([history, known]);
  });

  it("takes 20,000 rates in one run, and the same run again as nothing", async () => {
    const start = Date.UTC(1999, 0, 4);
    const rates = ["MAD", "USD", "GBP", "TRY"].flatMap((quote) =>
      Array.from({ length: 5_000 }, (_, index) =>
        buildRate({ quote, observedOn: new Date(start + index * 86_400_000).toISOString().slice(0, 10) }),
      ),
    );
    const job = buildRatesJob({ rates });

    const first = await recordRun(scene.database, job);
    const again = await recordRun(scene.database, job);

    expect(first).toMatchObject({ inserted: 20_000, unchanged: 0 });
    expect(again).toMatchObject({ inserted: 0, unchanged: 20_000 });
    expect(again.rates).toEqual(first.rates);
    expect(await countRows(scene.database, "rates")).toBe(20_000);
    await rebuildLatest(scene.database, scene.latest);
    expect(await scene.latest.readRates()).toEqual(await readRates(scene.database, { perPair: 10 }));
  });
});
