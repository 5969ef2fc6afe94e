import { loadCatalog } from "@openremit/shared/catalog";
import {
  baseEnvironment,
  createLifecycle,
  createLogger,
  parseEnvironment,
  portVariable,
  runProcess,
  stopOnSignals,
  systemClock,
} from "@openremit/shared/runtime";
import { z } from "zod";
import { createSandbox } from "./server.ts";

const environment = z.object({
  SANDBOX_PORT: portVariable(0),
  SANDBOX_HOST: z.string().default("127.0.0.1").describe("the address to listen on"),
  OPENREMIT_CONFIG_DIR: baseEnvironment.shape.OPENREMIT_CONFIG_DIR,
  SANDBOX_SEED: z.string().default("openremit").describe("any text: the same seed invents the same prices"),
});

/** Runs the sandbox alone, until Ctrl-C. */
await runProcess(async () => {
  const env = parseEnvironment(process.env, environment);
  const { SANDBOX_PORT: port, SANDBOX_HOST: host, SANDBOX_SEED: seed } = env;
  const tariffs = loadCatalog(env.OPENREMIT_CONFIG_DIR).tariffs.values();
  const logger = createLogger("sandbox");
  const sandbox = createSandbox({ port, host, seed, tariffs, clock: systemClock, logger });
  const lifecycle = createLifecycle([sandbox], { stopDeadlineMs: 5_000, logger });
  stopOnSignals(lifecycle);
  await lifecycle.start();
  process.stdout.write(`Simulated sources: ${sandbox.url}\n`);
});
