import { describe, expect, it } from "@jest/globals";
import { Counter, createMetrics } from "@openremit/shared/runtime";

describe("createMetrics", () => {
  it("gives every part a registry of its own", async () => {
    const [api, recorder] = [createMetrics(), createMetrics()];
    new Counter({ name: "runs_total", help: "Runs", registers: [api] }).inc();
    expect(await api.metrics()).toContain("runs_total 1");
    expect(await recorder.metrics()).not.toContain("runs_total");
  });

  it("adds the figures of the process where it is asked to", async () => {
    const registry = createMetrics({ processFigures: true });
    expect(await registry.metrics()).toContain("process_cpu_seconds_total");
  });
});
