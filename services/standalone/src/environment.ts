import { parseArgs } from "node:util";
import { ConfigError } from "@openremit/shared/domain";
import {
  baseEnvironment,
  exportVariables,
  type Mode,
  parseEnvironment,
  parseSourceKeys,
  portVariable,
  readerVariables,
  releasesVariables,
  type SourceKeys,
  siteVariables,
  tracingVariables,
} from "@openremit/shared/runtime";
import { z } from "zod";

/** What `npm start` and the commands read; keys to sources (`OPENREMIT_KEY_…`) beside it. */
export const standaloneEnvironment = baseEnvironment.extend({
  ...releasesVariables,
  PORT: portVariable(3000),
  REQUESTS_PER_MINUTE: readerVariables.REQUESTS_PER_MINUTE,
  PROXY_HOPS: readerVariables.PROXY_HOPS,
  ...exportVariables,
  ...siteVariables,
  ...tracingVariables,
  SANDBOX_URL: z
    .url()
    .optional()
    .describe("the address of a sandbox that npm run source may ask; it starts one of its own otherwise"),
  SANDBOX_SEED: z.string().default("openremit").describe("any text: the same seed invents the same prices"),
});
export interface StandaloneEnvironment extends z.infer<typeof standaloneEnvironment> {
  readonly sourceKeys: SourceKeys;
}

/** The variables every command of this package knows. */
export function parseStandaloneEnvironment(env: NodeJS.ProcessEnv): StandaloneEnvironment {
  return { ...parseEnvironment(env, standaloneEnvironment), sourceKeys: parseSourceKeys(env) };
}

export interface CommandLine {
  readonly real: boolean;
  readonly words: readonly string[];
}

/** Reads the words after the command. An unknown one is a ConfigError that says how it is called. */
export function parseCommandLine(args: readonly string[], usage: string, maxWords: number): CommandLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { real: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    if (positionals.length > maxWords) throw new Error(`"${positionals[maxWords]}" is one word too many`);
    return { real: values.real, words: positionals };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`${problem}. Usage: ${usage}`, { cause: error });
  }
}

/** `--real` on the command line, else what the environment says. */
export function modeOf(line: Pick<CommandLine, "real">, env: StandaloneEnvironment): Mode {
  return line.real ? "real" : env.OPENREMIT_MODE;
}
