import { describe, expect, it } from "@jest/globals";
import { allAdapters, planTasks } from "@openremit/collector";
import { ConfigError } from "@openremit/shared/domain";
import { smallCatalog } from "../../support/staircase.ts";

describe("the tasks that config asks for", () => {
  it("are one for a rate source, and one per corridor and amount where a source is asked so", () => {
    const ids = planTasks(smallCatalog(), allAdapters, "simulated").map(({ id }) => id);
    expect(ids).toContain("ecb/all");
    expect(ids).toContain("wise/be-ma.EUR-MAD/200");
  });

  it.each(["quotes", "rates"] as const)("refuse a source of %s whose adapter there is not", (kind) => {
    const none = { ...allAdapters, [kind]: new Map() };
    expect(() => planTasks(smallCatalog(), none, "simulated")).toThrow(ConfigError);
  });
});
