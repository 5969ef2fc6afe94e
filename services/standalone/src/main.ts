import { createLifecycle, openTracing, runProcess, stopOnSignals, version } from "@openremit/shared/runtime";
import { modeOf, parseCommandLine, parseStandaloneEnvironment } from "./environment.ts";
import { openLog } from "./open-mode.ts";
import { planParts } from "./start.ts";
import { createTerminal } from "./terminal.ts";

const stopDeadlineMs = 4_500;

/** `npm start [-- --real]`: every part in one process, on embedded servers where none are named. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), "npm start [-- --real]", 0);
  const env = parseStandaloneEnvironment(process.env);
  const mode = modeOf(line, env);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const { logger, path } = await openLog(env, mode, "openremit");
  const tracing = await openTracing("openremit", env, logger);
  terminal.say(`OpenRemit ${version}, ${mode === "simulated" ? "simulated prices" : "real prices"} (log: ${path})`);
  const parts = planParts({
    env,
    mode,
    searchPath: process.env.PATH ?? "",
    portInsisted: (process.env.PORT ?? "") !== "",
    terminal,
    logger,
    tracer: tracing.tracer,
  });
  const lifecycle = createLifecycle([tracing.part, ...parts], { stopDeadlineMs, logger });
  stopOnSignals(lifecycle);
  if (await lifecycle.start()) terminal.say("Ctrl-C stops everything.");
});
