import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { findUnknownMetrics } from "../../gates/find-unknown-metrics.ts";
import { readKnownMetrics } from "../../support/known-metrics.ts";
import { loadAlerts, loadDashboard, loadQuestions } from "../../support/monitoring-questions.ts";

let known: ReadonlySet<string>;
beforeAll(async () => {
  known = await readKnownMetrics();
});

describe("the dashboard and the alert rules", () => {
  it("ask only for figures that a process has, in PromQL", () => {
    const questions = loadQuestions();
    expect(questions.length).toBeGreaterThan(40);
    expect(findUnknownMetrics(questions, known)).toEqual([]);
  });

  it("ask for every figure of ours, so that none is gathered in vain", () => {
    const asked = loadQuestions()
      .map(({ expression }) => expression)
      .join("\n");
    const unasked = [...known].filter((name) => name.startsWith("openremit_") && !asked.includes(name));
    expect(unasked).toEqual([]);
  });

  it("say of every alert what to do about it", () => {
    const guide = readFileSync(new URL("../../../shared/docs/operating.md", import.meta.url), "utf8");
    expect(
      loadAlerts()
        .filter(({ alert }) => !guide.includes(`\`${alert}\``))
        .map(({ alert }) => alert),
    ).toEqual([]);
  });

  it("show panels that are told apart, explained, and do not lie over each other", () => {
    const { panels } = loadDashboard();
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(panels.filter(({ type, description = "" }) => type !== "row" && description === "")).toEqual([]);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });
});

describe("the monitoring gate", () => {
  const found = (expression: string) => findUnknownMetrics([{ place: "sample", expression }], new Set(["a_seconds"]));

  it.each([
    "a_seconds",
    'histogram_quantile(0.9, sum by (le, b) (rate(a_seconds_bucket{c="d_total"}[5m])))',
    "up == 0",
  ])("lets pass %s", (expression) => {
    expect(found(expression)).toEqual([]);
  });

  it.each([
    ["rate(b_total[5m])", "sample: no process has a figure b_total"],
    ["a_seconds and on (a) b", "sample: no process has a figure b"],
    ["sum by (le (a_seconds)", "sample: this is no PromQL: sum by (le (a_seconds)"],
    ["vector(1)", "sample: asks for no figure: vector(1)"],
  ])("finds what is wrong with %s", (expression, problem) => {
    expect(found(expression)).toEqual([problem]);
  });
});
