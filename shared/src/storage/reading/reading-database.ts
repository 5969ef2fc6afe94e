import { Kysely, PostgresDialect } from "kysely";
import { Pool, type PoolClient } from "pg";
import type { Logger } from "../../runtime/index.ts";
import type { Database, TakenConnection } from "../postgres/database.ts";
import type { Tables } from "../postgres/tables.ts";
import { watchReplica } from "./replica-watch.ts";

interface ReadingOptions {
  readonly primary: Database;
  readonly replica: Database;
  readonly logger: Logger;
  readonly longestLagMs?: number;
}

/** Whoever reads the past does not see the last few seconds of it; more than this is told from the primary. */
export const longestReplicaLagMs = 10_000;

/**
 * A record to read from that stands on two servers: each question goes to the replica, or to the primary while the
 * replica is away, too far behind, or none. Its close leaves the primary open.
 */
export function createReadingDatabase(options: ReadingOptions): Database {
  const { primary, replica, logger, longestLagMs = longestReplicaLagMs } = options;
  const watch = watchReplica({ primary: primary.pool, replica: replica.pool, longestLagMs, logger });

  async function take(): Promise<TakenConnection> {
    if (watch.isUsable()) {
      try {
        return { client: await replica.pool.connect(), server: replica };
      } catch (error) {
        watch.giveUp(error);
      }
    }
    return { client: await primary.pool.connect(), server: primary };
  }

  const pool = new ChoosingPool(async () => (await take()).client);
  return {
    pool,
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    knownPartitions: new Set(),
    take,
    async close() {
      watch.stop();
      await replica.close();
    },
  };
}

type Connected = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/** Opens nothing itself: a connection is another pool's, and goes back there. */
class ChoosingPool extends Pool {
  readonly #choose: () => Promise<PoolClient>;

  constructor(choose: () => Promise<PoolClient>) {
    super({ max: 1 });
    this.#choose = choose;
  }

  override connect(): Promise<PoolClient>;
  override connect(connected: Connected): void;
  override connect(connected?: Connected): Promise<PoolClient> | undefined {
    if (connected === undefined) return this.#choose();
    this.#choose().then(
      (client) =>
        connected(undefined, client, (release) => client.release(release === true || release instanceof Error)),
      (error) => connected(error, undefined, () => undefined),
    );
    return undefined;
  }
}
