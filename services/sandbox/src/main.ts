import { loadCatalog } from "@openremit/shared/catalog";
import {
  createLifecycle,
  createLogger,
  parseEnvironment,
  runProcess,
  stopOnSignals,
  systemClock,
} from "@openremit/shared/runtime";
import { sandboxEnvironment } from "./environment.ts";
import { createSandbox } from "./server.ts";

/** Runs the sandbox alone, until Ctrl-C. */
await runProcess(async () => {
  const env = parseEnvironment(process.env, sandboxEnvironment);
  const { SANDBOX_PORT: port, SANDBOX_HOST: host, SANDBOX_SEED: seed } = env;
  const tariffs = loadCatalog(env.OPENREMIT_CONFIG_DIR).tariffs.values();
  const logger = createLogger("sandbox");
  const sandbox = createSandbox({ port, host, seed, tariffs, clock: systemClock, logger });
  const lifecycle = createLifecycle([sandbox], { stopDeadlineMs: 5_000, logger });
  stopOnSignals(lifecycle);
  await lifecycle.start();
  process.stdout.write(`Simulated sources: ${sandbox.url}\n`);
});
