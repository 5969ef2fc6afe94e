import { printReport, rounded } from "../../bench/report.ts";
import type { Driven } from "./drive.ts";
import type { Gauge } from "./gauges.ts";
import type { LoadReport } from "./run-load.ts";

const longestRecoveryMs = 5_000;
/** By how much the most that is held in the last third may exceed the most in the second: the first fills caches. */
const flatWithin = 1.1;

/** Of what was planned: less was asked where whoever asks was out of breath, and then nothing is proved. */
const leastAsked = { steady: 0.95, overload: 2.5 / 3 };

const names = ["api", "web"] as const;
type Name = (typeof names)[number];

/** What a machine that does other things as well cannot keep. */
export const pace = { steady: "asked under steady load", overload: "asked in the overload" };

/** What the issue asks for, and whether it held. */
export function judgeLoad(report: LoadReport) {
  const { steady, exports, overload, recoveredMs } = report;
  const both = (failing: (name: Name) => number) => names.reduce((sum, name) => sum + failing(name), 0);
  const refused = both((name) => overload[name].shed);
  const isFlat = names.every((name) => {
    const third = Math.ceil(report.gauges.length / 3);
    const most = (from: number) =>
      Math.max(...report.gauges.slice(from, from + third).map((both) => both[name].megabytes));
    return most(2 * third) <= most(third) * flatWithin;
  });
  const failedOf = ({ wrong, unanswered }: Driven) => wrong + unanswered;
  const errors =
    both((name) => failedOf(steady[name]) + steady[name].shed) + exports.steady.shed + exports.steady.broken;
  const failed = both((name) => failedOf(overload[name])) + exports.overload.broken;
  const asked = (phase: keyof typeof leastAsked) => {
    const least = Math.min(...names.map((name) => report[phase][name].askedPerSecond / report.planned[phase][name]));
    const target = `≥ ${Math.round(leastAsked[phase] * 100)} %`;
    return { value: `${Math.floor(least * 100)} % of what was planned`, target, holds: least >= leastAsked[phase] };
  };
  const slowest = Math.max(...names.map((name) => recoveredMs[name]));
  return [
    { what: "errors under steady load", value: String(errors), target: "0", holds: errors === 0 },
    { what: pace.steady, ...asked("steady") },
    { what: "memory flat", value: String(isFlat), target: "last third ≤ 1.1 × second", holds: isFlat },
    { what: "overload: refused with 503 or 429", value: String(refused), target: "> 0", holds: refused > 0 },
    { what: pace.overload, ...asked("overload") },
    { what: "overload: any other failure", value: String(failed), target: "0", holds: failed === 0 },
    {
      what: "recovered after",
      value: `${rounded(slowest / 1_000, 1)} s`,
      target: "≤ 5 s",
      holds: slowest <= longestRecoveryMs,
    },
  ];
}

/** At start, middle and end of the steady phase: the middle one of a tenth of all readings. */
function memoryOf({ gauges }: LoadReport, name: Name) {
  const tenth = Math.max(1, Math.floor(gauges.length / 10));
  const from = (index: number) => {
    const some = gauges.slice(index, index + tenth).map((both) => both[name].megabytes);
    return some.toSorted((one, other) => one - other)[Math.floor(some.length / 2)] ?? 0;
  };
  return { start: from(0), middle: from(Math.floor((gauges.length - tenth) / 2)), end: from(gauges.length - tenth) };
}

export function printLoad(report: LoadReport, minutes: number): void {
  const { capacity, steady, exports, overload, gauges, afterOverload, recoveredMs } = report;
  const rows = names.flatMap((name) => {
    const memory = memoryOf(report, name);
    const lags = gauges.map((both) => both[name]);
    const most = (of: (gauge: Gauge) => number) => Math.round(Math.max(...lags.map(of)));
    const say = (what: string, value: string) => ({ what: `${name}: ${what}`, value, target: "", holds: null });
    return [
      say("capacity", speed(capacity[name])),
      say(`${minutes} min at 70 %`, `${speed(steady[name])}; ${outcome(steady[name])}`),
      say("memory at start, middle, end", `${[memory.start, memory.middle, memory.end].map(Math.round).join(", ")} MB`),
      say(
        "event-loop lag, worst p99 and longest",
        `${most((gauge) => gauge.lagP99Ms)} and ${most((gauge) => gauge.lagMaxMs)} ms`,
      ),
      say("three times the capacity", `${speed(overload[name])}; ${outcome(overload[name])}`),
      say("memory after that", `${Math.round(afterOverload[name].megabytes)} MB`),
      say("recovered after", `${Math.round(recoveredMs[name])} ms`),
    ];
  });
  const phases = (["steady", "overload"] as const).map((phase) => {
    const { whole, shed, broken } = exports[phase];
    const value = `${whole} whole, ${shed} refused, ${broken} broken`;
    return { what: `exports meanwhile, ${phase}`, value, target: "", holds: null };
  });
  printReport("load", [...rows, ...phases, ...judgeLoad(report)]);
}

function outcome({ askedPerSecond, served, shed, wrong, unanswered }: Driven): string {
  return `asked ${Math.round(askedPerSecond)}/s: ${served} served, ${shed} refused, ${wrong} wrong, ${unanswered} unanswered`;
}

function speed({ servedPerSecond, p50Ms, p99Ms }: Driven): string {
  return `${Math.round(servedPerSecond)}/s, p50 ${p50Ms} ms, p99 ${p99Ms} ms`;
}
