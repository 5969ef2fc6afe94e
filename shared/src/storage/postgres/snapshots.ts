import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { DomainError } from "../../domain/index.ts";
import type { Database } from "./database.ts";

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);
/** Of 11. Answers shrink to about a tenth at 5; more costs a multiple of the time for a few per cent. */
const quality = 5;

/** An answer's bytes, named by their hash. An `Answer` of the HTTP client is one. */
export interface Snapshot {
  readonly bodySha256: string;
  readonly body: Buffer;
  readonly contentType: string | null;
  /** When these bytes were fetched; of bytes that came several times, the time stored first is kept. */
  readonly fetchedAt: string;
}

/**
 * Keeps an answer's bytes, compressed. Bytes that are known cost one look-up.
 *
 * @throws DomainError when the name is not the hash of the bytes.
 */
export async function saveSnapshot(database: Database, snapshot: Snapshot): Promise<void> {
  const { bodySha256, body, contentType, fetchedAt } = snapshot;
  const known = await database.db
    .selectFrom("snapshots")
    .select("size")
    .where("sha256", "=", bodySha256)
    .executeTakeFirst();
  if (known !== undefined) return;
  assertName(bodySha256, body);
  const compressed = await compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
  await database.db
    .insertInto("snapshots")
    .values({
      sha256: bodySha256,
      body: compressed,
      size: body.length,
      content_type: contentType,
      first_fetched_at: fetchedAt,
    })
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
