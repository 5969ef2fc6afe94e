import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Problem, problem } from "@openremit/shared/contracts";
import { createLogger } from "@openremit/shared/runtime";
import { createKeyText } from "@openremit/shared/storage";
import { type ApiScene, openApiScene } from "../support/api-scene.ts";
import { quoteOf } from "../support/comparison-scene.ts";
import { createMemoryKeys } from "../support/memory-keys.ts";

const keys = createMemoryKeys({ bulk: { scopes: ["read:bulk"] }, writer: { scopes: ["write:observations"] } });
const lines: string[] = [];
const logger = createLogger("api", { level: "debug", destination: { write: (line) => void lines.push(line) } });
let scene: ApiScene;
beforeAll(async () => {
  scene = await openApiScene([quoteOf()], { keyRing: keys.keyRing, logger, requestsPerMinute: 5 });
});
afterAll(() => scene.close());

const path = "/v1/corridors/be-ma/offers?pay=200";
const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
/** A page of another origin may read it, and only as what it is. */
const openTo = ({ headers }: Response) =>
  ["access-control-allow-origin", "x-content-type-options"].map((name) => headers.get(name));
const remaining = (response: Response) => response.headers.get("ratelimit")?.split(";").slice(0, 2).join(";");

describe("reading with a key", () => {
  it("is counted for the key and not for the address, and much more is allowed for bulk", async () => {
    const without = await scene.get(path);
    const bulk = await scene.get(path, bearer(keys.textOf("bulk")));
    const writer = await scene.get(path, bearer(keys.textOf("writer")));
    const writerAgain = await scene.get(path, bearer(keys.textOf("writer")));

    expect([without, bulk, writer, writerAgain].map((response) => response.status)).toEqual([200, 200, 200, 200]);
    expect([without, bulk, writer, writerAgain].map(remaining)).toEqual([
      '"reading";r=4',
      '"bulk";r=49',
      '"reading";r=4',
      '"reading";r=3',
    ]);
    expect(await bulk.json()).toEqual(await without.json());
  });

  it.each([
    ["mistyped", "orm_abc", "is no key"],
    ["that nobody made", createKeyText().text, "not known"],
  ])("%s is refused with 401, how to ask, and no cache", async (_name, text, words) => {
    const response = await scene.get(path, bearer(text));
    const told: Problem = problem.strict().parse(await response.json());

    expect(response.status).toBe(401);
    expect(told).toMatchObject({ code: "unauthorized", detail: expect.stringContaining(words) });
    expect(response.headers.get("www-authenticate")).toBe('Bearer realm="openremit", error="invalid_token"');
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(openTo(response)).toEqual(["*", "nosniff"]);
  });

  it("goes on, counted by the address, while keys cannot be checked", async () => {
    keys.state.isUp = false;
    const response = await scene.get(path, bearer(keys.textOf("bulk")));
    keys.state.isUp = true;

    expect([response.status, remaining(response)]).toEqual([200, '"reading";r=1']);
  });

  it("leaves other schemes to whoever they are for", async () => {
    const response = await scene.get("/v1/method", { authorization: "Basic Zm9vOmJhcg==" });

    expect(response.status).toBe(200);
  });

  it("is refused once an address is used up where the key is wrong, and not where it is right", async () => {
    const wrong = await scene.get(path, bearer(createKeyText().text));
    const right = await scene.get(path, bearer(keys.textOf("bulk")));

    expect([wrong.status, right.status]).toEqual([429, 200]);
    expect([wrong, right].map(openTo)).toEqual([
      ["*", "nosniff"],
      ["*", "nosniff"],
    ]);
  });

  it("asks the database about at most 120 keys a minute and address", async () => {
    const before = keys.state.asked;
    const statuses = await Promise.all(
      Array.from({ length: 130 }, async () => (await scene.get(path, bearer(createKeyText().text))).status),
    );

    expect(new Set(statuses)).toEqual(new Set([429]));
    expect(keys.state.asked - before).toBeLessThan(120);
  });

  it("leaves no key in the log", () => {
    logger.info({ headers: { authorization: `Bearer ${keys.textOf("bulk")}` } }, `came with ${keys.textOf("bulk")}`);

    expect(lines.length).toBeGreaterThan(5);
    expect(lines.join("")).not.toContain(keys.textOf("bulk").slice(13));
    expect(lines.at(-1)).toContain(`came with ${keys.textOf("bulk").slice(0, 13)}[redacted]`);
  });
});

describe("looking keys up", () => {
  it("is not counted for keys that are right, nor while nothing can be said of them", async () => {
    const many = createMemoryKeys(Object.fromEntries(Array.from({ length: 130 }, (_, at) => [`k${at}`, {}])));
    const own = await openApiScene([quoteOf()], { keyRing: many.keyRing });
    const statuses = new Set<number>();
    for (let at = 0; at < 125; at += 1) statuses.add((await own.get(path, bearer(many.textOf(`k${at}`)))).status);
    many.state.isUp = false;
    for (let at = 0; at < 125; at += 1) statuses.add((await own.get(path, bearer(createKeyText().text))).status);
    many.state.isUp = true;
    const another = await own.get(path, bearer(many.textOf("k129")));
    await own.close();

    expect(statuses).toEqual(new Set([200]));
    expect(another.status).toBe(200);
  });

  it("is refused after many that are wrong, but for a key that was found right here before", async () => {
    const some = createMemoryKeys({ old: {}, fresh: {} });
    const own = await openApiScene([quoteOf()], { keyRing: some.keyRing });
    const before = await own.get(path, bearer(some.textOf("old")));
    for (let at = 0; at < 120; at += 1) await own.get(path, bearer(createKeyText().text));
    const [old, fresh] = [
      await own.get(path, bearer(some.textOf("old"))),
      await own.get(path, bearer(some.textOf("fresh"))),
    ];
    await own.close();

    expect([before.status, old.status, fresh.status]).toEqual([200, 200, 429]);
  });
});

describe("exports", () => {
  it("are limited in number, for a reader or for a key that may read much", async () => {
    const few = await openApiScene([quoteOf()], { keyRing: keys.keyRing, exportsPerHour: 1 });
    const bulk = bearer(keys.textOf("bulk"));
    const answers = [
      await few.get("/v1/exports/providers.csv"),
      await few.get("/v1/exports/providers.csv"),
      await few.get("/v1/exports/providers.csv", bulk),
    ];
    // The scene has no record to make a file of: 503 is whoever was let through.
    const about = answers.map((answer) => [answer.status, answer.headers.get("ratelimit-policy")]);
    await few.close();

    expect(about).toEqual([
      [503, '"reading";q=100000;w=60, "exporting";q=1;w=3600'],
      [429, '"reading";q=100000;w=60, "exporting";q=1;w=3600'],
      [503, '"bulk";q=1000000;w=60, "bulk-exporting";q=10;w=3600'],
    ]);
  });
});
