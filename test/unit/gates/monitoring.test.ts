import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { loadCatalog } from "@openremit/shared/catalog";
import { findBlindAlerts } from "../../gates/find-blind-alerts.ts";
import { findUnknownMetrics } from "../../gates/find-unknown-metrics.ts";
import { readKnownMetrics } from "../../support/known-metrics.ts";
import {
  loadAlertQuestions,
  loadAlerts,
  loadDashboard,
  loadQuestions,
  loadScrapedJobs,
} from "../../support/monitoring-questions.ts";

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

  it("ring for what is gone, and look back as far as config lets sources rest", () => {
    const { quoteSources, rateSources } = loadCatalog("config");
    const asked = [...quoteSources.values()].filter(({ kind }) => kind !== "tariff" && kind !== "survey");
    const open = [...asked, ...rateSources.values()].filter(({ status }) => status === "open");
    const longest = Math.max(...open.map(({ schedule }) => schedule.everyMinutes * 60));
    expect(longest).toBeGreaterThan(3_600);
    expect(findBlindAlerts(loadAlertQuestions(), longest)).toEqual([]);
  });

  it("ring for every process that Prometheus no longer finds", () => {
    const { expr = "" } = loadAlerts().find(({ alert }) => alert === "ProcessDown") ?? {};
    const jobs = loadScrapedJobs();
    expect(jobs.length).toBeGreaterThanOrEqual(5);
    expect(jobs.filter((job) => !expr.includes(`or absent(up{job="${job}"})`))).toEqual([]);
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

describe("the gate of alerts that do not ring", () => {
  const found = (expression: string) =>
    findBlindAlerts([{ place: "sample", expression }], 86_400).map((one) => one.slice(8));
  const visits = "openremit_collector_visits_total";

  it.each([
    'up{job="a"} == 0',
    "min by (part) (a) == 0 or absent(a)",
    "(sum(increase(a[2h])) or vector(0)) == 0",
    `sum(rate(${visits}[1d])) > 1`,
    "time() - max(openremit_source_last_visit_timestamp_seconds) > 2 * min(openremit_source_interval_seconds)",
  ])("lets pass %s", (expression) => {
    expect(found(expression)).toEqual([]);
  });

  it.each([
    ["sum(increase(a[2h])) == 0", "of figures that are gone this is empty, not true: sum(increase(a[2h])) == 0"],
    ["b > 1 and min by (c) (a) == 0", "of figures that are gone this is empty, not true: min by (c) (a) == 0"],
    [`sum(rate(${visits}[2h])) > 1`, `looks back over less than a source's interval: ${visits}[2h]`],
    [
      "time() - max(openremit_corridor_visit_timestamp_seconds) > 86400",
      "compares the age of visits with nothing that config promises: openremit_source_interval_seconds",
    ],
  ])("finds what is wrong with %s", (expression, problem) => {
    expect(found(expression)).toEqual([problem]);
  });
});
