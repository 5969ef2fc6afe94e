import { type Database, knownMigrations, openDatabase, readMigrations, usualPoolSize } from "@openremit/shared/storage";
import { checkData } from "./check-data.ts";
import { clockFinding } from "./clock-finding.ts";
import { doubtful, type Finding, good, wrong } from "./finding.ts";
import type { DoctorGround } from "./ground.ts";

/** The first with all that our statements use. */
const leastVersion = 150_000;

interface ServerSays {
  readonly version: string;
  readonly number: number;
  readonly encoding: string;
  readonly fsync: string;
  readonly synchronous_commit: string;
  readonly full_page_writes: string;
  readonly is_superuser: boolean;
  readonly may_create: boolean;
  readonly is_replica: boolean;
  readonly connections: number;
  readonly reserved: number;
  readonly zone: string;
  readonly now_ms: number;
}

const question = `
select current_setting('server_version') as version, current_setting('server_version_num')::integer as number,
  current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
  current_setting('synchronous_commit') as synchronous_commit, current_setting('full_page_writes') as full_page_writes,
  (select rolsuper from pg_roles where rolname = current_user) as is_superuser,
  coalesce(has_schema_privilege(current_user, current_schema(), 'create'), false) as may_create,
  pg_is_in_recovery() as is_replica, current_setting('max_connections')::integer as connections,
  current_setting('superuser_reserved_connections')::integer as reserved, current_setting('timezone') as zone, (extract(epoch from clock_timestamp()) * 1000)::float8 as now_ms`;

export async function checkPostgres(ground: DoctorGround): Promise<readonly Finding[]> {
  const { databaseUrl, now } = ground;
  if (databaseUrl === null) return [good("PostgreSQL", "none is named: npm start runs its own")];
  const database = openDatabase(databaseUrl, { poolSize: 2, applicationName: "openremit doctor" });
  try {
    const asked = now().getTime();
    const { rows } = await database.pool.query<ServerSays>(question);
    const [says] = rows;
    if (says === undefined) return [];
    return [
      ...checkServer(says),
      ...checkConnections(says, ground),
      clockFinding("PostgreSQL", says.now_ms, asked, now().getTime()),
      ...(await checkTables(database, ground)),
    ];
  } catch (error) {
    const why = error instanceof Error && error.message !== "" ? error.message : String(error);
    return [
      wrong(
        "PostgreSQL",
        `cannot be reached: ${why}`,
        "Start it, or correct DATABASE_URL (host, port, user, password, database).",
      ),
    ];
  } finally {
    await database.close();
  }
}

function checkServer(says: ServerSays): Finding[] {
  const findings: Finding[] = [
    says.number < leastVersion
      ? wrong("PostgreSQL", `version ${says.version} is too old.`, "Install PostgreSQL 15 or newer.")
      : good("PostgreSQL", `version ${says.version}`),
  ];
  const say = (finding: Finding, isSo: boolean) => {
    if (isSo) findings.push(finding);
  };
  say(
    wrong(
      "PostgreSQL",
      `it stores ${says.encoding}, not UTF8.`,
      "Create the database with: create database openremit encoding 'UTF8' template template0",
    ),
    says.encoding !== "UTF8",
  );
  say(
    wrong("PostgreSQL", "fsync is off: a crash loses the record.", "postgresql.conf: fsync = on"),
    says.fsync !== "on",
  );
  say(
    wrong(
      "PostgreSQL",
      "synchronous_commit is off: a crash loses runs that nobody has any more.",
      "postgresql.conf: synchronous_commit = on",
    ),
    says.synchronous_commit === "off",
  );
  say(
    wrong(
      "PostgreSQL",
      "full_page_writes is off: a crash may leave pages that are half written.",
      "postgresql.conf: full_page_writes = on",
    ),
    says.full_page_writes !== "on",
  );
  say(
    wrong("PostgreSQL", "this is a replica: it cannot be written to.", "Name the primary in DATABASE_URL."),
    says.is_replica,
  );
  say(
    wrong(
      "PostgreSQL, rights",
      "this user may not create tables.",
      "grant usage, create on schema public to <the user of DATABASE_URL>",
    ),
    !says.may_create && !says.is_replica,
  );
  say(
    doubtful(
      "PostgreSQL, rights",
      "this user is a superuser.",
      "Give OpenRemit a user that owns its database and nothing more.",
    ),
    says.is_superuser,
  );
  say(
    doubtful(
      "PostgreSQL, time zone",
      `${says.zone}: what a person types into psql is read in it.`,
      "alter database <name> set timezone to 'UTC'",
    ),
    !/^(UTC|Etc\/UTC|GMT)$/.test(says.zone),
  );
  return findings;
}

/** One publisher besides; what it holds less than the others is left for a backup and for us. */
function checkConnections({ connections, reserved }: ServerSays, { env }: DoctorGround): Finding[] {
  const processes = env.API_COPIES + env.WEB_COPIES + env.COLLECTOR_COPIES + env.RECORDER_COPIES + 1;
  const needed = processes * usualPoolSize + reserved;
  if (connections >= needed) return [];
  return [
    doubtful(
      "PostgreSQL, connections",
      `it takes ${connections}; ${processes} processes hold up to ${needed - reserved}, and ${reserved} are kept for its owner.`,
      `postgresql.conf: max_connections = ${needed}, or fewer copies (API_COPIES and the like say how many there are).`,
    ),
  ];
}

async function checkTables(database: Database, ground: DoctorGround): Promise<Finding[]> {
  const applied = await readMigrations(database);
  if (applied.length === 0) return [good("tables", "none yet: the first start makes them (or npm run migrate)")];
  const lacking = knownMigrations.filter((name) => !applied.includes(name));
  const newer = applied.filter((name) => !knownMigrations.includes(name));
  if (lacking.length > 0 && newer.length > 0)
    return [
      wrong(
        "tables",
        `they went through ${newer.join(", ")}, which this version does not know.`,
        "Start the version that migrated them.",
      ),
    ];
  const findings: Finding[] = [];
  if (lacking.length > 0)
    findings.push(
      doubtful(
        "tables",
        `${lacking.length} migrations are to come.`,
        "npm run migrate, or start: each process does it.",
      ),
    );
  else if (newer.length > 0)
    findings.push(
      doubtful(
        "tables",
        `a newer version brought them to ${newer.at(-1)}.`,
        "Nothing while you upgrade; else start the newer version.",
      ),
    );
  else findings.push(good("tables", `up to date (${applied.at(-1)})`));
  const { rows } = await database.pool.query<{ value: string }>("select value from meta where key = 'mode'");
  const stored = rows[0]?.value ?? ground.mode;
  if (stored !== ground.mode)
    return [
      ...findings,
      wrong(
        "mode",
        `the database holds ${stored} data, and this is ${ground.mode} mode.`,
        `Give DATABASE_URL a database of its own, or use OPENREMIT_MODE=${stored}.`,
      ),
    ];
  return [...findings, good("mode", ground.mode), ...(lacking.length > 0 ? [] : await checkData(database, ground))];
}
