import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, brotliDecompress, constants } from "node:zlib";
import type { Insertable } from "kysely";
import { DomainError } from "../../domain/index.ts";
import { inBatches } from "../../runtime/index.ts";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
/** Of 11. Answers shrink to about a tenth at 5; more costs a multiple of the time for a few per cent. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
/** So many are compressed in a fifth of a millisecond, less than two changes of thread take. */
const smallBytes = 16 * 1024;
/** In a statement: far more than there are sources under way at a time. */
const mostRows = 50;

type SnapshotRow = Insertable<Tables["snapshots"]>;

/** An answer's bytes, named by their hash. An `Answer` of the HTTP client is one. */
export interface Snapshot {
  readonly bodySha256: string;
  readonly body: Buffer;
  readonly contentType: string | null;
  /** When these bytes were fetched; of bytes that came several times, the time stored first is kept. */
  readonly fetchedAt: string;
}

/**
 * Keeps an answer's bytes, compressed. Bytes that are known stay as they are.
 *
 * @throws DomainError when the name is not the hash of the bytes.
 */
export async function saveSnapshot(database: Database, snapshot: Snapshot): Promise<void> {
  await insertRows(database, [await buildRow(snapshot)]);
}

/** Keeps answers as `saveSnapshot` does; those that come together share a statement. */
export function createSnapshotKeeper(database: Database): (snapshot: Snapshot) => Promise<void> {
  const insert = inBatches(mostRows, (rows: readonly SnapshotRow[]) => insertRows(database, rows));
  return async (snapshot) => insert(await buildRow(snapshot));
}

async function buildRow({ bodySha256, body, contentType, fetchedAt }: Snapshot): Promise<SnapshotRow> {
  assertName(bodySha256, body);
  return {
    sha256: bodySha256,
    body: await compressBody(body),
    size: body.length,
    content_type: contentType,
    first_fetched_at: fetchedAt,
  };
}

/** On the spot where that is quicker than to hand the work to another thread and back. */
async function compressBody(body: Buffer): Promise<Buffer> {
  return body.length <= smallBytes ? brotliCompressSync(body, { params }) : compress(body, { params });
}

/** In one order, so that two processes that keep the same bytes do not wait for each other in a circle. */
async function insertRows(database: Database, rows: readonly SnapshotRow[]): Promise<void> {
  await database.db
    .insertInto("snapshots")
    .values(rows.toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * The bytes under this hash; null when they were never kept.
 *
 * @throws DomainError when what is stored is no longer what was saved.
 */
export async function readSnapshot(database: Database, bodySha256: string): Promise<Snapshot | null> {
  const row = await database.db.selectFrom("snapshots").selectAll().where("sha256", "=", bodySha256).executeTakeFirst();
  if (row === undefined) return null;
  const body = await decompress(row.body);
  assertName(bodySha256, body);
  return { bodySha256, body, contentType: row.content_type, fetchedAt: row.first_fetched_at.toISOString() };
}

function assertName(bodySha256: string, body: Buffer): void {
  const hash = createHash("sha256").update(body).digest("hex");
  if (hash !== bodySha256) throw new DomainError(`Snapshot ${bodySha256} holds bytes whose hash is ${hash}`);
}
