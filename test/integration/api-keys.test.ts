import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { ApiKeyScope } from "@openremit/shared/contracts";
import { createLogger } from "@openremit/shared/runtime";
import {
  createApiKey,
  createKeyRing,
  createKeyText,
  openDatabase,
  revokeApiKey,
  rotateApiKey,
} from "@openremit/shared/storage";
import { createKeyActions } from "../../services/standalone/src/commands/keys/key-actions.ts";
import { createKeysProgram } from "../../services/standalone/src/commands/keys/program.ts";
import { quietLogger } from "../support/comparison-scene.ts";
import { openStorageScene, type StorageScene } from "../support/storage-scene.ts";
import { until } from "../support/until.ts";

const start = new Date("2026-11-23T12:00:00.000Z");
/** What was passed, and where the hands of the clock stand. */
const clock = { at: start, elapsedMs: 0, now: () => clock.at };
const wanted = { label: "Shop walkers", scopes: ["write:observations"] as ApiKeyScope[], expiresAt: null };
const dayMs = 86_400_000;
let scene: StorageScene;
beforeAll(async () => {
  scene = await openStorageScene();
});
afterAll(() => scene.close());

const ring = (database = scene.database) =>
  createKeyRing({ database, clock, elapsedMs: () => clock.elapsedMs, logger: quietLogger });
const pass = (ms: number) => {
  clock.at = new Date(clock.at.getTime() + ms);
  clock.elapsedMs += ms;
};
const made = () => createApiKey(scene.database, wanted, clock.now());
async function rowOf(keyId: string): Promise<Record<string, unknown>> {
  const { rows } = await scene.database.pool.query("select *, last_used_on::text from api_keys where key_id = $1", [
    keyId,
  ]);
  return rows[0];
}

describe("a key", () => {
  it("is known by its hash alone: its text is nowhere in the database", async () => {
    const { keyId, text } = await made();
    const row = await rowOf(keyId);

    expect(row).toMatchObject({ label: "Shop walkers", scopes: ["write:observations"], holder: keyId });
    expect(JSON.stringify(row)).not.toContain(text.slice(13, 40));
    expect(await ring().check(text)).toEqual({
      kind: "known",
      key: { keyId, holder: keyId, label: "Shop walkers", scopes: ["write:observations"] },
    });
  });

  it("notes the day it was used on, and no closer, once a day", async () => {
    const { keyId, text } = await made();
    const keyRing = ring();
    await keyRing.check(text);
    await until(async () => (await rowOf(keyId)).last_used_on === "2026-11-23");
    pass(dayMs);
    await keyRing.check(text);
    await until(async () => (await rowOf(keyId)).last_used_on === "2026-11-24");
    expect((await rowOf(keyId)).last_used_on).toBe("2026-11-24");
  });

  it("that is revoked is refused in every process within five seconds", async () => {
    const { keyId, text } = await made();
    const [one, other] = [ring(), ring()];
    expect([(await one.check(text)).kind, (await other.check(text)).kind]).toEqual(["known", "known"]);

    await revokeApiKey(scene.database, keyId, clock.now());
    pass(5_000);

    for (const keyRing of [one, other]) {
      expect(await keyRing.check(text)).toEqual({ kind: "refused", why: "revoked" });
    }
  });

  it("that is revoked is refused as soon where the clock is put back meanwhile, and familiar all the while", async () => {
    const { keyId, text } = await made();
    const keyRing = ring();
    expect(keyRing.isFamiliar(text)).toBe(false);
    await keyRing.check(text);
    await revokeApiKey(scene.database, keyId, clock.now());
    pass(5_000);
    clock.at = new Date(clock.at.getTime() - 3_600_000);

    expect([keyRing.recall(text), keyRing.isFamiliar(text)]).toEqual([null, true]);
    expect(await keyRing.check(text)).toEqual({ kind: "refused", why: "revoked" });
    expect(keyRing.isFamiliar(createKeyText().text)).toBe(false);
    clock.at = new Date(clock.at.getTime() + 3_600_000);
  });

  it("with the right id and another secret is unknown: nothing is told of how it ended", async () => {
    const [ended, stranger] = [await made(), createKeyText()];
    await revokeApiKey(scene.database, ended.keyId, clock.now());
    await scene.database.pool.query(
      `insert into api_keys (key_id, holder, label, scopes, secret_hash, created_at, revoked_at)
       select $1, holder, label, scopes, secret_hash, created_at, revoked_at from api_keys where key_id = $2`,
      [stranger.keyId, ended.keyId],
    );

    expect(await ring().check(ended.text)).toEqual({ kind: "refused", why: "revoked" });
    expect(await ring().check(stranger.text)).toEqual({ kind: "refused", why: "unknown" });
    expect(await ring().check(createKeyText().text)).toEqual({ kind: "refused", why: "unknown" });
  });

  it("ends when it was said to", async () => {
    const expiresAt = new Date(clock.now().getTime() + 60_000);
    const { text } = await createApiKey(scene.database, { ...wanted, expiresAt }, clock.now());
    const keyRing = ring();

    expect((await keyRing.check(text)).kind).toBe("known");
    pass(60_000);
    expect(await keyRing.check(text)).toEqual({ kind: "refused", why: "expired" });
  });

  it("is rotated without a pause: both work for the same holder until the old one's days are over", async () => {
    const old = await made();
    const graceUntil = new Date(clock.now().getTime() + 7 * dayMs);
    const next = await rotateApiKey(scene.database, old.keyId, { now: clock.now(), graceUntil });
    const keyRing = ring();

    for (const { text } of [old, next]) {
      expect(await keyRing.check(text)).toMatchObject({ kind: "known", key: { holder: old.keyId } });
    }
    pass(7 * dayMs);
    expect(await keyRing.check(old.text)).toEqual({ kind: "refused", why: "expired" });
    expect((await keyRing.check(next.text)).kind).toBe("known");
    await expect(rotateApiKey(scene.database, old.keyId, { now: clock.now(), graceUntil })).rejects.toMatchObject({
      code: "input",
    });
  });

  it("never comes back, never lasts longer, and is never lost", async () => {
    const { keyId } = await made();
    await revokeApiKey(scene.database, keyId, clock.now());
    for (const attempt of [
      "update api_keys set revoked_at = null",
      "update api_keys set scopes = '{operate}'",
      "delete from api_keys",
      "truncate api_keys cascade",
    ]) {
      await expect(scene.database.pool.query(attempt)).rejects.toThrow(/refused/);
    }
  });

  it("that cannot be checked is a finding, told at once until the database is tried again", async () => {
    const { text } = await made();
    const lines: string[] = [];
    const away = openDatabase("postgresql://127.0.0.1:1/none");
    const logger = createLogger("keys", { destination: { write: (line) => void lines.push(line) } });
    const keyRing = createKeyRing({ database: away, clock, elapsedMs: () => clock.elapsedMs, logger });

    expect(await keyRing.check(text)).toEqual({ kind: "unchecked" });
    expect(keyRing.recall(text)).toEqual({ kind: "unchecked" });
    pass(5_000);
    expect(keyRing.recall(text)).toBeNull();
    expect(lines.join("")).toContain("keys cannot be checked");
    expect(lines.join("")).not.toContain(text.slice(13));
    await away.close();
  });
});

describe("npm run keys", () => {
  const said: string[] = [];
  const actions = () =>
    createKeyActions({
      withDatabase: (_option, work) => work(scene.database),
      clock,
      say: (line) => void said.push(line),
    });
  const typed = async (...words: string[]) => {
    said.length = 0;
    const program = createKeysProgram(actions()).configureOutput({ writeErr: (text) => void said.push(text) });
    for (const command of program.commands) command.configureOutput({ writeErr: (text) => void said.push(text) });
    await program.parseAsync(["node", "keys", ...words]);
    return said.join("\n");
  };

  it("makes a key that works, lists it without its secret, rotates and revokes it", async () => {
    const shown = await typed("create", "--label", "Maison", "--scope", "write:observations", "read:bulk");
    const text = /orm_\w+/.exec(shown)?.[0] ?? "";
    const keyId = text.slice(4, 12);
    expect(await ring().check(text)).toMatchObject({
      kind: "known",
      key: { scopes: ["write:observations", "read:bulk"] },
    });

    const list = await typed("list");
    expect(list).toMatch(new RegExp(`${keyId} +│ Maison +│ write:observations read:bulk +│ works`));
    expect(list).not.toContain(text.slice(13, 30));

    expect(await typed("rotate", keyId)).toMatch(/orm_[\s\S]*The old key .* works until/);
    expect(await typed("revoke", keyId)).toContain("(Maison) is revoked since");
    expect(await typed("list")).toMatch(new RegExp(`${keyId} .*revoked`));
  });

  it.each([
    [["create", "--label", "x", "--scope", "everything"], /Allowed choices are read:bulk/],
    [["create", "--label", "x"], /--scope/],
    [["create", "--label", " ", "--scope", "operate"], /1 to 80 characters/],
    [["create", "--label", "x", "--scope", "operate", "--expires", "2027-02-30"], /A day such as/],
    [["rotate", "abc", "--grace-days", "many"], /whole number of days/],
  ])("refuses %j with words", async (words, told) => {
    await expect(typed(...words)).rejects.toThrow();
    expect(said.join("")).toMatch(told);
  });

  it("says so where there is no such key, or its end is past", async () => {
    await expect(typed("revoke", "00000000")).rejects.toThrow(/There is no key 00000000/);
    await expect(typed("create", "--label", "x", "--scope", "operate", "--expires", "2020-01-01")).rejects.toThrow(
      /a day to come/,
    );
  });
});
