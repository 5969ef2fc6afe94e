import cliProgress from "cli-progress";
import { type KillsReport, runKills } from "./run-kills.ts";

const times = 20;
const victims = 6;
const observations = 100_000;
const seed = 20_261_123;
/** At half a second an answer, collecting lasts as long as the killing. */
const answerMs = 500;

/** Every process and both servers, each killed twenty times in mid-work. */
export async function exec(): Promise<boolean> {
  const bar = new cliProgress.SingleBar({ format: "  killing [{bar}] {value}/{total} {victim}" });
  bar.start(times * victims, 0, { victim: "" });
  const report = await runKills({
    times,
    observations,
    seed,
    answerMs,
    tellDone: (victim) => bar.increment({ victim }),
  });
  bar.stop();
  printReport(report);
  return holds(report);
}

/** Everything acknowledged is there once, the projection is right, and nothing hangs or fell over. */
export function holds(report: KillsReport): boolean {
  const { lost, doubled, entriesLost, entriesDoubled, isLatestRight, answers } = report;
  const wrong = lost + doubled + entriesLost + entriesDoubled + troublesOf(report).length;
  return wrong === 0 && isLatestRight && answers;
}

function troublesOf({ stuckJobs, fellOver, brokenReleases, oddAnswers }: KillsReport): string[] {
  return [...stuckJobs, ...fellOver, ...brokenReleases, ...oddAnswers];
}

function printReport(report: KillsReport): void {
  const say = (line: string) => process.stdout.write(`  ${line}\n`);
  say("killed         times   slowest return");
  for (const { victim, times: often, slowestReturnMs } of report.kills)
    say(`${victim.padEnd(12)} ${String(often).padStart(7)} ${`${Math.round(slowestReturnMs)} ms`.padStart(16)}`);
  say(`${report.acknowledged} known observations acknowledged: ${report.lost} lost, ${report.doubled} doubled`);
  say(`${report.entered} visits to shops acknowledged: ${report.entriesLost} lost, ${report.entriesDoubled} doubled`);
  say(`${report.answered} questions answered meanwhile, ${report.oddAnswers.length} with neither an answer nor a 503`);
  say(
    `${report.collectedRuns} visits collected meanwhile; settled ${Math.round(report.settledMs / 1_000)} s after the last return`,
  );
  say(`latest equals what a rebuild gives: ${report.isLatestRight}; the API answers: ${report.answers}`);
  say(`${report.releases} releases asked for meanwhile: ${report.brokenReleases.length} missing or broken`);
  say(`stuck jobs: ${report.stuckJobs.length}; ended although nobody killed them: ${report.fellOver.length}`);
  for (const line of troublesOf(report).slice(0, 20)) say(`✗ ${line}`);
}
