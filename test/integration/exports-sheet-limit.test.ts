import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { problem } from "@openremit/shared/contracts";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { quoteOf } from "../support/comparison-scene.ts";
import { readFile } from "../support/read-export.ts";
import { buildQuotesJob } from "../support/record-job.ts";

let scene: Awaited<ReturnType<typeof openApiOnServers>>;
beforeAll(async () => {
  scene = await openApiOnServers(new Date("2026-11-23T12:00:00.000Z"));
  for (const at of ["1500-01-01T00:00:00.000Z", "2026-11-20T08:00:00.000Z"]) {
    const quotes = [quoteOf({ observedAt: at, fetchedAt: at })];
    await scene.record(buildQuotesJob({ run: { source: "wise", fetchedAt: at }, quotes }));
  }
});
afterAll(() => scene.close());

it("refuses a sheet of more rows than a sheet holds, before anything is made, and says what to do", async () => {
  const { status, headers, body } = await readFile(`${scene.origin}/v1/exports/corridor-days.xlsx`);
  expect({ status, type: headers["content-type"], disposition: headers["content-disposition"] }).toEqual({
    status: 400,
    type: "application/problem+json; charset=utf-8",
    disposition: undefined,
  });
  const { errors } = problem.strict().parse(JSON.parse(body.toString()));
  expect(errors).toEqual([
    { parameter: "format", message: expect.stringMatching(/a sheet holds 1048575 rows.*Narrow.*csv or parquet/) },
  ]);
  const narrowed = await readFile(`${scene.origin}/v1/exports/corridor-days.xlsx?since=2026-01-01`);
  expect({ status: narrowed.status, isWhole: narrowed.isWhole }).toEqual({ status: 200, isWhole: true });
  expect(scene.database.pool.totalCount - scene.database.pool.idleCount).toBe(0);
});
