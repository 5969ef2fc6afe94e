import cliProgress from "cli-progress";
import { withServers } from "../../bench/with-servers.ts";
import { openFuzzScene } from "./fuzz-scene.ts";
import { type FuzzReport, runFuzz } from "./run-fuzz.ts";

const requests = 20_000;
const seed = 20_261_123;
const mostShown = 20;

/** Every endpoint of the OpenAPI document, asked soundly and unsoundly, on servers of its own. */
export function exec(): Promise<boolean> {
  return withServers(async ({ redisUrl, databaseUrl }) => {
    process.env.TEST_REDIS_URL = redisUrl;
    process.env.TEST_DATABASE_URL = databaseUrl;
    const scene = await openFuzzScene();
    const bar = new cliProgress.SingleBar({ format: "  asking [{bar}] {value}/{total}" });
    bar.start(requests, 0);
    const report = await runFuzz({ ...scene, requests, seed, tellDone: () => bar.increment() });
    bar.stop();
    await scene.close();
    printReport(report);
    return report.failures.length === 0;
  });
}

function printReport({ operations, failures }: FuzzReport): void {
  const width = Math.max(...operations.map(({ name }) => name.length));
  const line = (name: string, ...figures: readonly string[]) =>
    process.stdout.write(`  ${name.padEnd(width)}${figures.map((figure) => figure.padStart(10)).join("")}\n`);
  line("operation", "asked", "served", "slowest");
  for (const { name, asked, served, slowestMs } of operations)
    line(name, `${asked}`, `${served}`, `${Math.ceil(slowestMs)} ms`);
  const asked = operations.reduce((sum, operation) => sum + operation.asked, 0);
  process.stdout.write(`  ${asked} requests with seed ${seed}: ${failures.length} wrong answers\n`);
  for (const failure of failures.slice(0, mostShown)) process.stdout.write(`  ✗ ${failure}\n`);
}
