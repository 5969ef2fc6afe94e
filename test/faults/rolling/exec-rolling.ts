import { type RollingReport, runRolling } from "./run-rolling.ts";

/** Two versions of the API over one database, during a rolling upgrade. */
export async function exec(): Promise<boolean> {
  const report = await runRolling({ quotes: 100_000, visits: 200 });
  const say = (line: string) => process.stdout.write(`  ${line}\n`);
  say("two processes of this version gave way to two of the next, whose migration came in between");
  say(
    `${report.answered} answers, ${report.errors.length} errors, the slowest after ${Math.round(report.slowestMs)} ms`,
  );
  say(`${report.askedAgain} asked again at the other process, as a reverse proxy does`);
  say(
    `${report.recorded} of ${report.handedOver} runs recorded meanwhile, ${report.lostOrDoubled} quotes too many or too few`,
  );
  for (const error of report.errors.slice(0, 20)) say(`✗ ${error}`);
  return holds(report);
}

export function holds({ errors, migrations, handedOver, recorded, lostOrDoubled }: RollingReport): boolean {
  return (
    errors.length === 0 &&
    recorded === handedOver &&
    lostOrDoubled === 0 &&
    migrations.at(-1)?.startsWith("9999") === true
  );
}
