import { withServers } from "../../bench/with-servers.ts";
import { jumpTheClock } from "./clock-jump.ts";
import type { Finding, Scenario } from "./finding.ts";
import { fillPostgres } from "./full-postgres.ts";
import { fillRedis } from "./full-redis.ts";
import { askHostileSources } from "./hostile-sources.ts";

export const scenarios: Readonly<Record<string, Scenario>> = {
  "a full Redis": fillRedis,
  "a full PostgreSQL": fillPostgres,
  "a clock that jumps": jumpTheClock,
  "a hostile source": askHostileSources,
};

/** Where the same is looked at more closely. */
const elsewhere = [
  ["errors of each fault, unpacking and cutting off, guarded addresses", "test/unit/http"],
  ["every fault of the sandbox, its issue, and the prices that stay", "test/faults/source-faults.test.ts"],
  ["sources that hang delay no other", "test/faults/slow-sources.test.ts"],
  [
    "Redis away, hanging, empty; PostgreSQL away, hanging",
    "test/faults/{redis-gone,redis-emptied,postgres-gone}.test.ts",
  ],
  ["answers cut, alien or poisoned", "test/contract/alien-answers.test.ts, test/faults/poisoned-payloads.test.ts"],
  ["dates that are still to come, or older than what is known", "test/unit/collector"],
];

/** What the world outside may do, done to the whole service, with what is expected and what was seen. */
export function exec(): Promise<boolean> {
  return withServers(async ({ redisUrl, databaseUrl }) => {
    process.env.TEST_REDIS_URL = redisUrl;
    process.env.TEST_DATABASE_URL = databaseUrl;
    let holds = true;
    for (const [name, scenario] of Object.entries(scenarios)) {
      process.stdout.write(`  ${name}\n`);
      for (const finding of await scenario()) {
        printFinding(finding);
        holds &&= finding.held;
      }
    }
    process.stdout.write("  looked at more closely by\n");
    for (const [what, where] of elsewhere) process.stdout.write(`    ${what}: ${where}\n`);
    return holds;
  });
}

function printFinding({ fault, expected, seen, held }: Finding): void {
  process.stdout.write(`    ${held ? "holds " : "MISSED"} ${fault}\n           ${seen}\n`);
  if (!held) process.stdout.write(`  expected ${expected}\n`);
}
