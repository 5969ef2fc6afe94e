import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Question } from "../gates/find-unknown-metrics.ts";

const deploy = join(import.meta.dirname, "../../services/standalone/deploy");

const dashboard = z.object({
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      description: z.string().optional(),
      type: z.string(),
      gridPos: z.object({ h: z.number(), w: z.number(), x: z.number(), y: z.number() }),
      targets: z.array(z.object({ expr: z.string() })).default([]),
    }),
  ),
});

const rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          labels: z.object({ severity: z.enum(["page", "ticket"]) }),
          annotations: z.object({ summary: z.string() }),
        }),
      ),
    }),
  ),
});

export function loadDashboard(): z.infer<typeof dashboard> {
  return dashboard.parse(JSON.parse(readFileSync(join(deploy, "grafana/dashboard.json"), "utf8")));
}

export function loadAlerts() {
  const text = readFileSync(join(deploy, "prometheus/alerts.yml"), "utf8");
  return rules.parse(parse(text)).groups.flatMap((group) => group.rules);
}

/** Whom Prometheus asks. */
export function loadScrapedJobs(): readonly string[] {
  const text = readFileSync(join(deploy, "prometheus/prometheus.yml"), "utf8");
  const { scrape_configs: jobs } = z
    .object({ scrape_configs: z.array(z.object({ job_name: z.string() })) })
    .parse(parse(text));
  return jobs.map((job) => job.job_name);
}

export function loadAlertQuestions(): readonly Question[] {
  return loadAlerts().map(({ alert, expr }) => ({ place: `alert ${alert}`, expression: expr }));
}

/** Everything the dashboard and the alerts ask Prometheus. */
export function loadQuestions(): readonly Question[] {
  return [
    ...loadDashboard().panels.flatMap(({ title, targets }) =>
      targets.map(({ expr }) => ({ place: `dashboard, ${title}`, expression: expr })),
    ),
    ...loadAlertQuestions(),
  ];
}
