import { readdirSync } from "node:fs";
import { type Bench, printReport } from "./report.ts";

const notBenches = new Set(["main", "report"]);

/** `npm run bench` runs every benchmark, `npm run bench -- api ranking` those named. A missed target exits with 1. */
const known = readdirSync(import.meta.dirname)
  .filter((name) => /^[a-z][a-z-]*\.ts$/.test(name))
  .map((name) => name.slice(0, -".ts".length))
  .filter((name) => !notBenches.has(name));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  process.stdout.write(`no benchmark ${unknown.join(", ")}; there are ${known.join(", ")}\n`);
  process.exitCode = 1;
} else {
  for (const name of wanted.length > 0 ? wanted : known) {
    const { bench }: { bench: Bench } = await import(`./${name}.ts`);
    const figures = await bench();
    printReport(name, figures);
    if (figures.some(({ holds }) => holds === false)) process.exitCode = 1;
  }
}
