import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { type Mode, parseEnvironment, parseSourceKeys, type SourceKeys } from "@openremit/shared/runtime";
import { answersPostgres } from "../embedded/postgres-server.ts";
import { answersRedis } from "../embedded/redis-server.ts";
import { readNote } from "../embedded/servers-note.ts";
import { modeDirectory } from "../open-mode.ts";
import { checkLimits } from "./check-limits.ts";
import { checkDisk, checkNode, checkPort, checkReleases, checkSecretFiles, checkServers } from "./check-machine.ts";
import { checkPostgres } from "./check-postgres.ts";
import { checkRedis } from "./check-redis.ts";
import { checkReplica } from "./check-replica.ts";
import { checkNames, checkOperator, checkValues } from "./check-variables.ts";
import { type Finding, good, wrong } from "./finding.ts";
import { type Check, type DoctorGround, doctorEnvironment } from "./ground.ts";

export interface Examination {
  /** The environment, as it is. */
  readonly names: Readonly<Record<string, string | undefined>>;
  /** Real mode whatever the environment says. */
  readonly real: boolean;
  readonly nodeVersion: string;
  readonly now: () => Date;
}

const checks: readonly Check[] = [
  checkServers,
  checkDisk,
  checkReleases,
  checkSecretFiles,
  checkPort,
  async (ground) => checkOperator(ground),
  checkRedis,
  checkLimits,
  checkPostgres,
  checkReplica,
];

/** Looks at everything a new operator can get wrong. Nothing is changed. */
export async function examine({ names, real, nodeVersion, now }: Examination): Promise<readonly Finding[]> {
  const first = [checkNode(nodeVersion), ...checkValues(names), ...checkNames(names)];
  // With values that nobody takes the rest would be guesses.
  if (first.some(({ state, what }) => state === "wrong" && what === "variables")) return first;
  const env = parseEnvironment(names, doctorEnvironment);
  const mode: Mode = real ? "real" : env.OPENREMIT_MODE;
  const keys = readKeys(names);
  const { catalog, findings } = readConfig(env.OPENREMIT_CONFIG_DIR);
  const servers = await findServers(env, mode);
  const ground: DoctorGround = { env, names, mode, sourceKeys: keys.sourceKeys, catalog, now, ...servers };
  const rest = await Promise.all(checks.map((check) => check(ground).catch(unexpected)));
  return [...first, ...keys.findings, ...findings, ...rest.flat()];
}

/** A check that breaks has found something, too. */
function unexpected(error: unknown): readonly Finding[] {
  const found = error instanceof Error ? error.message : String(error);
  return [wrong("doctor", found, "This is not foreseen: please report it.")];
}

function readKeys(names: Examination["names"]): { sourceKeys: SourceKeys; findings: Finding[] } {
  try {
    return { sourceKeys: parseSourceKeys(names), findings: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      sourceKeys: new Map(),
      findings: [wrong("keys to sources", error.message, "Write the key as it was given to you.")],
    };
  }
}

function readConfig(directory: string): { catalog: DoctorGround["catalog"]; findings: Finding[] } {
  try {
    const catalog = loadCatalog(directory);
    return {
      catalog,
      findings: [good("config", `${catalog.corridors.size} corridors, ${catalog.quoteSources.size} sources of prices`)],
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [line = "", ...more] = message.split("\n");
    const found = more.length > 0 ? `${line} (and ${more.length} more)` : line;
    return {
      catalog: null,
      findings: [wrong("config", found, "npm run config:check names every problem and its fix.")],
    };
  }
}

/** Those that are named; else ours, where they run. */
async function findServers(env: DoctorGround["env"], mode: Mode) {
  const { REDIS_URL: redisUrl, DATABASE_URL: databaseUrl } = env;
  if (redisUrl !== undefined && databaseUrl !== undefined) return { redisUrl, databaseUrl };
  const note = readNote(modeDirectory(env, mode));
  const ours = async (url: string | undefined, answers: (url: string) => Promise<boolean>) =>
    url !== undefined && (await answers(url)) ? url : null;
  return {
    redisUrl: redisUrl ?? (await ours(note?.redis?.url, answersRedis)),
    databaseUrl: databaseUrl ?? (await ours(note?.postgres?.url, answersPostgres)),
  };
}
