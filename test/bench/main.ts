import { bench as api } from "./api.ts";
import { bench as collecting } from "./collecting.ts";
import { bench as exports } from "./exports.ts";
import { bench as page } from "./page.ts";
import { bench as ranking } from "./ranking.ts";
import { bench as recorder } from "./recorder.ts";
import { type Bench, printReport } from "./report.ts";
import { bench as scale } from "./scale.ts";
import { bench as survey } from "./survey.ts";

const benches = new Map<string, Bench>([
  ["ranking", ranking],
  ["api", api],
  ["page", page],
  ["recorder", recorder],
  ["collecting", collecting],
  ["exports", exports],
  ["survey", survey],
  ["scale", scale],
]);

/** `npm run bench` runs every benchmark, `npm run bench -- api ranking` those named. A missed target exits with 1. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.has(name));
if (unknown.length > 0) {
  process.stdout.write(`no benchmark ${unknown.join(", ")}; there are ${[...benches.keys()].join(", ")}\n`);
  process.exitCode = 1;
} else {
  for (const [name, bench] of benches) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const figures = await bench();
    printReport(name, figures);
    if (figures.some(({ holds }) => holds === false)) process.exitCode = 1;
  }
}
