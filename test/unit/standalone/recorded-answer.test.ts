import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { loadRecordedAnswer } from "../../../services/standalone/src/replay/recorded-answer.ts";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");
const url = "https://prices.example/v1/quotes";
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "openremit-recorded-"));
  await writeFile(join(directory, "answer.json"), "{}");
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function load(request: { method: "GET" | "POST"; url: string; body?: string }) {
  return loadRecordedAnswer(directory, {
    source: "prices",
    request,
    status: 200,
    contentType: null,
    fetchedAt: "2026-10-06T09:30:00Z",
    fetchedAtPrecision: "second",
    file: "answer.json",
    sha256: sha("{}"),
  });
}

describe("the request hash of a recorded answer", () => {
  it("is the one of a live visit: of method, address and request body", async () => {
    const answer = await load({ method: "POST", url, body: '{"pay":"200"}' });
    expect(answer.requestSha256).toBe(sha(`POST ${url}\n{"pay":"200"}`));
  });

  it("is of method and address alone where the recording holds no request body", async () => {
    expect((await load({ method: "POST", url })).requestSha256).toBe(sha(`POST ${url}\n`));
  });
});
