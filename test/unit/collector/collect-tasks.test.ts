import { describe, expect, it } from "@jest/globals";
import { allAdapters, planTasks } from "@openremit/collector";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { smallCatalog } from "../../support/staircase.ts";

describe("the tasks that config asks for", () => {
  it("are one for a rate source, and one per corridor and amount where a source is asked so", () => {
    const ids = planTasks(smallCatalog(), allAdapters, "simulated").map(({ id }) => id);
    expect(ids).toContain("ecb/all");
    expect(ids).toContain("wise/be-ma.EUR-MAD/200");
  });

  it("begin with the usual amount in every corridor", () => {
    const catalog = loadCatalog("config");
    const asked = planTasks(catalog, allAdapters, "simulated").filter(({ job }) => job.source === "wise");
    const enabled = [...catalog.corridors.values()].filter(({ id }) => catalog.corridorConfigs.get(id)?.enabled);
    const first = asked.slice(0, enabled.length);
    expect(new Set(first.map(({ job }) => job.corridorKeys[0])).size).toBe(enabled.length);
    expect(first.every(({ job }) => job.amounts[0] === "200")).toBe(true);
  });

  it.each(["quotes", "rates"] as const)("refuse a source of %s whose adapter there is not", (kind) => {
    const none = { ...allAdapters, [kind]: new Map() };
    expect(() => planTasks(smallCatalog(), none, "simulated")).toThrow(ConfigError);
  });
});
