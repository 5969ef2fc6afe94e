import { ConfigError } from "@openremit/shared/domain";
import { runProcess } from "@openremit/shared/runtime";

/** What an operator does by hand, by the name that `npm run` knows it by. */
const tools = new Map<string, () => Promise<unknown>>(
  Object.entries({
    backup: () => import("./backup.ts"),
    doctor: () => import("./doctor.ts"),
    keys: () => import("./keys.ts"),
    migrate: () => import("./migrate.ts"),
    "rates:import": () => import("./import-rates.ts"),
    "rebuild:latest": () => import("./rebuild-latest.ts"),
    release: () => import("./release.ts"),
    replay: () => import("./replay.ts"),
    reports: () => import("./reports.ts"),
    restore: () => import("./restore.ts"),
    source: () => import("./source.ts"),
    "survey:import": () => import("./import-survey.ts"),
    "survey:weights": () => import("./import-survey-weights.ts"),
    visits: () => import("./visits.ts"),
  }),
);

/** One of them where there is no npm: `docker compose run --rm tools keys list` is `npm run keys -- list`. */
await runProcess(async () => {
  const [name = ""] = process.argv.splice(2, 1);
  const run = tools.get(name);
  if (run === undefined) throw new ConfigError(`which tool? One of ${[...tools.keys()].join(", ")}`);
  await run();
});
