import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type ReleaseAnswer, releaseAnswer, releasesAnswer } from "@openremit/shared/contracts";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { quoteOf } from "../support/comparison-scene.ts";
import { buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { writeRelease } from "../support/release-directory.ts";
import { createReleaseFolders, release } from "../support/release-scene.ts";

const folders = createReleaseFolders();
const directory = folders.open();
let scene: Awaited<ReturnType<typeof openApiOnServers>>;

beforeAll(async () => {
  scene = await openApiOnServers(new Date("2027-01-01T12:00:00.000Z"), { releasesDirectory: directory });
  const rate = buildRate({ source: "frankfurter", contributors: 5 });
  await scene.record(buildRatesJob({ run: { source: "frankfurter" }, rates: [rate] }));
  const quote = quoteOf();
  await scene.record(buildQuotesJob({ run: { source: "wise", fetchedAt: quote.fetchedAt }, quotes: [quote] }));
});
afterAll(async () => {
  await scene.close();
  folders.remove();
});

async function read(path: string): Promise<{ readonly type: string | null; readonly bytes: Buffer }> {
  const response = await scene.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return { type: response.headers.get("content-type"), bytes: Buffer.from(await response.arrayBuffer()) };
}

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe("a release that was made", () => {
  let made: ReleaseAnswer;

  it("is listed a minute later at most, by the API that was asked before", async () => {
    expect((await (await scene.get("/v1/releases")).json()) as unknown).toEqual({ simulated: true, releases: [] });
    const { release: manifest } = await release(scene.database, directory, "2026-12-31");
    scene.clock.at = new Date("2027-01-01T12:01:01.000Z");
    const { releases } = releasesAnswer.parse(await (await scene.get("/v1/releases")).json());
    expect(releases.map(({ id, path }) => [id, path])).toEqual([[manifest.id, `/v1/releases/${manifest.id}`]]);
    made = releaseAnswer.parse(await (await scene.get(`/v1/releases/${manifest.id}`)).json());
    expect(made.dataVersion).toBe(manifest.dataVersion);
  });

  it("is handed out file by file, each as its manifest and its sums say", async () => {
    const sums = (await read(made.sumsPath)).bytes.toString();
    expect(made.files.length).toBeGreaterThan(20);
    for (const { name, path, mediaType, bytes, sha256 } of made.files) {
      const file = await read(path);
      expect([name, file.type, file.bytes.length, hashOf(file.bytes)]).toEqual([name, mediaType, bytes, sha256]);
      expect(sums).toContain(`${sha256}  ${name}\n`);
    }
    const manifest = await read(made.manifestPath);
    expect(sums).toContain(`${hashOf(manifest.bytes)}  release.json\n`);
  });
});

describe("a reader of a large file", () => {
  const bytes = 96 * 1_048_576;

  it("may leave, and go on later where it stopped", async () => {
    const content = Buffer.alloc(bytes, "0123456789abcdef");
    const large = {
      name: "large.bin",
      dataset: null,
      mediaType: "application/octet-stream",
      rows: null,
      what: "A large file",
      content,
    };
    writeRelease(directory, { id: "simulated-2026-12-30" }, [large]);
    const path = "/v1/releases/simulated-2026-12-30/large.bin";
    const before = process.memoryUsage().arrayBuffers;
    const leaving = new AbortController();
    const answer = await fetch(`${scene.origin}${path}`, { signal: leaving.signal });
    await answer.body?.getReader().read();
    await new Promise((resolve) => setTimeout(resolve, 300));
    // Sent no faster than it is taken: what waits in between is a fraction of the file.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(bytes / 4);
    leaving.abort();
    const rest = await fetch(`${scene.origin}${path}`, { headers: { range: `bytes=${bytes - 20}-` } });
    expect([rest.status, rest.headers.get("content-range"), await rest.text()]).toEqual([
      206,
      `bytes ${bytes - 20}-${bytes - 1}/${bytes}`,
      "cdef0123456789abcdef",
    ]);
  });
});
