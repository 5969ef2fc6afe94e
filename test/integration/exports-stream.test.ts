import { createHash } from "node:crypto";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { problem } from "@openremit/shared/contracts";
import { createLogger } from "@openremit/shared/runtime";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { insertQuotes } from "../support/insert-quotes.ts";
import { readFile } from "../support/read-export.ts";
import { until } from "../support/until.ts";

const quotes = 40_000;
const lines: Record<string, unknown>[] = [];
const logger = createLogger("api", { destination: { write: (line) => void lines.push(JSON.parse(line)) } });
let scene: Awaited<ReturnType<typeof openApiOnServers>>;
let url: string;
let isClosed = false;
beforeAll(async () => {
  scene = await openApiOnServers(new Date("2026-11-23T12:00:00.000Z"), { logger, proxyHops: 1 });
  await insertQuotes(scene.database, quotes);
  url = `${scene.origin}/v1/exports/quotes.csv`;
});
afterAll(async () => {
  if (!isClosed) await scene.close();
});
beforeEach(() => {
  lines.length = 0;
});

const from = (address: string) => ({ "x-forwarded-for": address });
let strangers = 0;
/** A reader who has not asked yet. */
const somebodyElse = () => {
  strangers += 1;
  return from(`198.51.100.${strangers}`);
};

/** An answer of which the reader has taken the first piece and no more. */
async function openHalfRead(of = url, headers = somebodyElse()): Promise<IncomingMessage> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(of, { headers }, resolve).on("error", reject).end();
  });
  await new Promise((resolve) => answer.once("readable", resolve));
  answer.read(1);
  return answer;
}

/** The rest of it: how many lines, and whether it ended as it must. */
async function readRest(answer: IncomingMessage) {
  let text = "";
  answer.setEncoding("utf8");
  answer.on("data", (piece: string) => {
    text += piece;
  });
  answer.on("error", () => undefined);
  await new Promise((resolve) => answer.once("close", resolve));
  return { rows: text.split("\r\n").length - 2, isWhole: answer.complete, trailers: answer.trailers };
}

/** Connections of this database that are inside a transaction or work for one. */
async function busyConnections(): Promise<number> {
  const { rows } = await scene.database.pool.query<{ busy: number }>(
    `select count(*)::integer as busy from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
  );
  return rows[0]?.busy ?? -1;
}

describe("a reader that leaves", () => {
  it("frees cursor, transaction and place at once", async () => {
    const readers = await Promise.all([openHalfRead(), openHalfRead(), openHalfRead()]);
    expect(await busyConnections()).toBe(3);
    expect((await readFile(url)).status).toBe(429);
    for (const reader of readers) reader.destroy();
    await until(busyConnections, (busy) => busy === 0);
    expect(scene.database.pool.waitingCount).toBe(0);
    await until(
      () => readFile(`${url}?columns=quote_id`),
      ({ status }) => status === 200,
    );
    expect(lines.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  });

  it("frees them, too, of the files that waited behind the first on one connection", async () => {
    const { hostname, port } = new URL(scene.origin);
    const reader = connect(Number.parseInt(port, 10), hostname);
    reader.on("error", () => undefined).pause();
    for (let asked = 0; asked < 3; asked += 1) {
      const { "x-forwarded-for": address } = somebodyElse();
      reader.write(`GET /v1/exports/quotes.csv HTTP/1.1\r\nhost: x\r\nx-forwarded-for: ${address}\r\n\r\n`);
    }
    await until(busyConnections, (busy) => busy === 3);
    reader.destroy();
    await until(busyConnections, (busy) => busy === 0);
    expect((await readFile(`${url}?columns=quote_id`)).status).toBe(200);
  });

  it("stops a statement that has no row to show yet", async () => {
    const blocker = await scene.database.pool.connect();
    try {
      await blocker.query("begin; lock table quotes in access exclusive mode");
      const reader = request(url);
      reader.on("error", () => undefined).end();
      await until(blockedConnections, (blocked) => blocked === 1);
      reader.destroy();
      await until(blockedConnections, (blocked) => blocked === 0);
    } finally {
      await blocker.query("rollback");
      blocker.release();
    }
    await until(busyConnections, (busy) => busy === 0);
  });
});

async function blockedConnections(): Promise<number> {
  const { rows } = await scene.database.pool.query<{ blocked: number }>(
    `select count(*)::integer as blocked from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.blocked ?? -1;
}

describe("a file that breaks off", () => {
  it("never looks whole: no last chunk, no checksum, and the connection is reset", async () => {
    const answer = await openHalfRead();
    await scene.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
    );
    const { rows, isWhole, trailers } = await readRest(answer);
    expect({ isWhole, trailers }).toEqual({ isWhole: false, trailers: {} });
    expect(rows).toBeLessThan(quotes);
    await until(
      async () => lines.filter(({ level }) => level === "error"),
      (errors) => errors.length === 1,
    );
    expect(lines.at(-1)).toMatchObject({ msg: "a file broke off", route: "/v1/exports/quotes.{format}" });
    expect(await busyConnections()).toBe(0);
  });

  it("does so on the wire, while a whole file ends with the last chunk and the checksum", async () => {
    const broken = (await readWire("/v1/exports/quotes.csv", "terminate")).toString("latin1");
    expect(broken).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(broken).not.toMatch(/\r\n0\r\n/);
    expect(broken.toLowerCase().match(/x-checksum-sha256/g)).toHaveLength(1);
    const whole = (await readWire("/v1/exports/quotes.csv?columns=quote_id", "wait")).toString("latin1");
    expect(whole).toMatch(/\r\n0\r\nX-Checksum-SHA256: [0-9a-f]{64}\r\n\r\n$/);
  });

  it("has neither chunks nor a checksum after it for HTTP/1.0, which knows none", async () => {
    const whole = (await readWire("/v1/exports/quotes.csv?to=MA&columns=quote_id", "wait", "1.0")).toString("latin1");
    expect(whole).toMatch(/\r\n\r\nquote_id\r\n[0-9a-f]{32}\r\n/);
    expect(whole.toLowerCase()).not.toMatch(/trailer|transfer-encoding|x-checksum-sha256:/);
  });

  it("is not sent at all where a row is wrong from the start", async () => {
    const answer = await readFile(`${scene.origin}/v1/exports/quotes.csv?columns=quote_id,fee&from=ZZ`);
    expect(answer.status).toBe(400);
    expect(answer.headers.trailer).toBeUndefined();
    expect(answer.headers["content-disposition"]).toBeUndefined();
  });
});

/** Every byte that comes, also of an answer that is cut in the middle. */
function readWire(path: string, then: "terminate" | "wait", version = "1.1"): Promise<Buffer> {
  const { hostname, port } = new URL(scene.origin);
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const socket = connect(Number.parseInt(port, 10), hostname, () => {
      socket.write(`GET ${path} HTTP/${version}\r\nhost: x\r\nconnection: close\r\n\r\n`);
    });
    socket.once("data", () => {
      if (then === "wait") return;
      socket.pause();
      void scene.database.pool
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
        )
        .then(() => socket.resume());
    });
    socket.on("data", (piece) => pieces.push(piece));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(Buffer.concat(pieces)));
  });
}

describe("rows", () => {
  it("are of one moment: what is recorded meanwhile is in the next file", async () => {
    const answer = await openHalfRead();
    await insertOne();
    expect(await readRest(answer)).toMatchObject({ rows: quotes, isWhole: true });
    expect(await readRest(await openHalfRead(`${url}?columns=quote_id`))).toMatchObject({ rows: quotes + 1 });
  });

  async function insertOne() {
    await scene.database.pool.query(
      `insert into quotes select corridor_key, observed_at, md5('one more'), revision, run_id, source, provider, pay_in,
        pay_out, amount, fee, rate, pay_out_fee, received, fetched_at, value_hash, observation from quotes
       order by corridor_key desc, observed_at desc limit 1`,
    );
  }
});

describe("what is sent", () => {
  it("is compressed where that is asked for, with the checksum of the file itself", async () => {
    const plain = await readFile(`${url}?to=MA`);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    for (const [encoding, decode] of [
      ["gzip", gunzipSync],
      ["br", brotliDecompressSync],
    ] as const) {
      const answer = await readFile(`${url}?to=MA`, { headers: { "accept-encoding": encoding } });
      expect(answer.headers).toMatchObject({ "content-encoding": encoding, vary: "Accept-Encoding" });
      expect(decode(answer.body).equals(plain.body)).toBe(true);
      expect(answer.body.length).toBeLessThan(plain.body.length / 3);
      expect(answer.trailers).toEqual(plain.trailers);
    }
    const parquet = await readFile(`${scene.origin}/v1/exports/quotes.parquet?to=MA`, {
      headers: { "accept-encoding": "br" },
    });
    expect(parquet.headers["content-encoding"]).toBeUndefined();
    expect(parquet.trailers["x-checksum-sha256"]).toBe(createHash("sha256").update(parquet.body).digest("hex"));
  });

  it("is nothing for HEAD, which takes no place and no connection", async () => {
    const readers = await Promise.all([openHalfRead(), openHalfRead(), openHalfRead()]);
    const answer = await readFile(url, { method: "HEAD" });
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        "content-type": "text/csv; charset=utf-8; header=present",
        "content-disposition": 'attachment; filename="openremit-simulated-quotes-2026-11-23.csv"',
      },
    });
    expect(answer.body).toHaveLength(0);
    expect(await busyConnections()).toBe(3);
    for (const reader of readers) reader.destroy();
    await until(busyConnections, (busy) => busy === 0);
  });

  it("is refused while three are on their way, with when to ask again", async () => {
    const readers = await Promise.all([openHalfRead(), openHalfRead(), openHalfRead()]);
    const { status, headers, body } = await readFile(url);
    expect({ status, retryAfter: headers["retry-after"] }).toEqual({ status: 429, retryAfter: "30" });
    expect(headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(problem.strict().parse(JSON.parse(body.toString())).code).toBe("too_many_requests");
    for (const reader of readers) reader.destroy();
    await until(busyConnections, (busy) => busy === 0);
  });
});

describe("one reader", () => {
  it("is sent one file at a time, and keeps nobody else from theirs", async () => {
    const greedy = from("203.0.113.5");
    const half = await openHalfRead(url, greedy);
    const again = await Promise.all([readFile(url, { headers: greedy }), readFile(url, { headers: greedy })]);
    const other = await readFile(`${url}?columns=quote_id`, { headers: somebodyElse() });

    expect(again.map(({ status, headers }) => [status, headers["retry-after"]])).toEqual(Array(2).fill([429, "30"]));
    expect(problem.strict().parse(JSON.parse(again[0]?.body.toString() ?? "")).detail).toMatch(/^A file of yours/);
    expect(other).toMatchObject({ status: 200, isWhole: true });
    half.destroy();
    await until(
      () => readFile(`${url}?columns=quote_id`, { headers: greedy }),
      ({ status }) => status === 200,
    );
    await until(busyConnections, (busy) => busy === 0);
  });

  it("is sent one after another without a pause between them", async () => {
    const keen = from("203.0.113.6");
    for (let asked = 0; asked < 20; asked += 1) {
      const { status } = await readFile(`${scene.origin}/v1/exports/quotes.csv?to=SN`, { headers: keen });
      expect({ asked, status }).toEqual({ asked, status: 200 });
    }
  });
});

describe("a stop", () => {
  it("does not wait for files that are on their way", async () => {
    const readers = await Promise.all([openHalfRead(), openHalfRead()]);
    const broken = readers.map(readRest);
    isClosed = true;
    await scene.close();
    for (const { isWhole } of await Promise.all(broken)) expect(isWhole).toBe(false);
  });
});
