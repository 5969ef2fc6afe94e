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
/** Names of answers, of a hundred bytes each: some hours of collecting. */
const mostRemembered = 20_000;

type SnapshotRow = Insertable<Tables["snapshots"]>;

const columns = ["sha256", "body", "size", "content_type", "first_fetched_at"] as const satisfies (keyof SnapshotRow)[];
const insertions = new Map<number, { readonly name: string; readonly text: string }>();

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
  assertName(snapshot.bodySha256, snapshot.body);
  await insertRows(database, [await buildRow(snapshot)]);
}

/**
 * Keeps answers as `saveSnapshot` does. Those that come together share a statement, and what was kept lately (nothing is
 * ever taken out of the record) is neither packed nor sent again.
 */
export function createSnapshotKeeper(database: Database): (snapshot: Snapshot) => Promise<void> {
  const insert = inBatches(mostRows, (rows: readonly SnapshotRow[]) => insertRows(database, rows));
  const keepings = new Map<string, Promise<void>>();

  async function keep(snapshot: Snapshot): Promise<void> {
    await insert(await buildRow(snapshot));
  }

  return async (snapshot) => {
    const { bodySha256, body } = snapshot;
    assertName(bodySha256, body);
    const known = keepings.get(bodySha256);
    if (known !== undefined) return known;
    const keeping = keep(snapshot);
    keepings.set(bodySha256, keeping);
    keeping.catch(() => keepings.delete(bodySha256));
    for (const oldest of keepings.keys()) {
      if (keepings.size <= mostRemembered) break;
      keepings.delete(oldest);
    }
    return keeping;
  };
}

async function buildRow({ bodySha256, body, contentType, fetchedAt }: Snapshot): Promise<SnapshotRow> {
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
  const ordered = rows.toSorted((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
  const values = ordered.flatMap((row) => columns.map((column) => row[column]));
  await database.pool.query({ ...insertion(rows.length), values });
}

/** The statement for so many rows, which each connection parses and plans once. */
function insertion(rows: number): { readonly name: string; readonly text: string } {
  const known = insertions.get(rows);
  if (known !== undefined) return known;
  const places = Array.from({ length: rows }, (_, row) => {
    const numbers = columns.map((_column, place) => `$${row * columns.length + place + 1}`);
    return `(${numbers.join(", ")})`;
  });
  const text = `insert into snapshots (${columns.join(", ")}) values ${places.join(", ")} on conflict do nothing`;
  const statement = { name: `keep-snapshots-${rows}`, text };
  insertions.set(rows, statement);
  return statement;
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
