import type { Run } from "@openremit/shared/contracts";
import { Counter, Histogram, type Registry } from "@openremit/shared/runtime";
import type { RecordedRun } from "@openremit/shared/storage";

export interface RecorderMetrics {
  /** From the job's start to its announcement. */
  readonly runSeconds: Histogram;
  readonly refused: Counter;
  countRun(run: Run, recorded: RecordedRun): void;
}

export function createRecorderMetrics(registry: Registry): RecorderMetrics {
  const registers = [registry];
  const runs = new Counter({
    name: "openremit_recorder_runs_total",
    help: "Runs recorded, by source and outcome",
    labelNames: ["source", "outcome"],
    registers,
  });
  const observations = new Counter({
    name: "openremit_recorder_observations_total",
    help: "Quotes and rates recorded, by what they changed",
    labelNames: ["change"],
    registers,
  });
  return {
    runSeconds: new Histogram({
      name: "openremit_recorder_run_seconds",
      help: "Time from a record job's start to its announcement",
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2, 10],
      registers,
    }),
    refused: new Counter({
      name: "openremit_recorder_refused_payloads_total",
      help: "Record jobs that cannot be worked on",
      registers,
    }),
    countRun({ source, outcome }, { inserted, revised, unchanged }) {
      runs.inc({ source, outcome });
      observations.inc({ change: "inserted" }, inserted);
      observations.inc({ change: "revised" }, revised);
      observations.inc({ change: "unchanged" }, unchanged);
    },
  };
}
