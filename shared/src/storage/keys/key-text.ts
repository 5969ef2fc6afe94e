import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import { base32crockford } from "@scure/base";

/** A key as its holder has it: never stored, never logged. */
export interface NewKeyText {
  readonly keyId: string;
  readonly text: string;
  readonly secretHash: Buffer;
}

/** What can be read out of a key without asking anybody. */
export interface ParsedKeyText {
  readonly keyId: string;
  readonly secretHash: Buffer;
}

const idBytes = 5;
const secretBytes = 32;
const checksumBytes = 4;
const shape = /^orm_([0-9a-z]{8})_([0-9a-z]{58})$/;

/**
 * `orm_<id>_<secret>`: five random bytes that lists show, then 32 secret ones with a checksum over both, in Crockford's
 * base 32, which has no look-alikes: a person may type it from paper. The checksum tells a slip from a stranger without
 * a question to the database.
 */
export function createKeyText(): NewKeyText {
  const id = randomBytes(idBytes);
  const secret = randomBytes(secretBytes);
  const keyId = encode(id);
  const text = `orm_${keyId}_${encode(Buffer.concat([secret, checksumOf(id, secret)]))}`;
  return { keyId, text, secretHash: hashOf(secret) };
}

/** Null where the text is no key: of another shape, or mistyped. Case, and o for 0, i and l for 1, make no difference. */
export function parseKeyText(text: string): ParsedKeyText | null {
  const [, idText, secretText] = shape.exec(text.trim().toLowerCase()) ?? [];
  if (idText === undefined || secretText === undefined) return null;
  const id = decode(idText);
  const checked = decode(secretText);
  if (id === null || checked === null) return null;
  const secret = checked.subarray(0, secretBytes);
  if (!checked.subarray(secretBytes).equals(checksumOf(id, secret))) return null;
  return { keyId: encode(id), secretHash: hashOf(secret) };
}

/**
 * One round of SHA-256, not a slow hash: the secret is 256 random bits, so there is nothing to guess that a slower hash
 * would make dearer, and every request pays for it.
 */
function hashOf(secret: Buffer): Buffer {
  return createHash("sha256").update(secret).digest();
}

function checksumOf(id: Buffer, secret: Buffer): Buffer {
  const sum = Buffer.alloc(checksumBytes);
  sum.writeUInt32BE(crc32(secret, crc32(id)));
  return sum;
}

function encode(bytes: Buffer): string {
  return base32crockford.encode(bytes).toLowerCase();
}

function decode(text: string): Buffer | null {
  try {
    return Buffer.from(base32crockford.decode(text));
  } catch {
    return null;
  }
}
