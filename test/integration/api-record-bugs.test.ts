import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createLogger } from "@openremit/shared/runtime";
import { openApiOnServers } from "../support/api-on-servers.ts";

const lines: Record<string, unknown>[] = [];
const logger = createLogger("api", { destination: { write: (line) => void lines.push(JSON.parse(line)) } });
let scene: Awaited<ReturnType<typeof openApiOnServers>>;

beforeAll(async () => {
  scene = await openApiOnServers(new Date("2026-11-23T12:00:00.000Z"), { logger });
  for (const table of ["quotes", "runs"])
    await scene.database.pool.query(`alter table ${table} rename to moved_${table}`);
});
afterAll(() => scene.close());

describe("a record that answers with an error", () => {
  it.each(["/v1/corridors/be-ma/history", `/v1/offers/${"0".repeat(32)}/receipt`, "/v1/sources"])(
    "is a bug of ours at %s, not an outage: 500, and the cause in the log",
    async (path) => {
      lines.length = 0;
      const response = await scene.get(path);
      const { code, requestId } = (await response.json()) as { code: string; requestId: string };
      expect({ status: response.status, code }).toEqual({ status: 500, code: "internal" });
      expect(lines.filter((line) => line.requestId === requestId && line.level !== "debug")).toMatchObject([
        { level: "error", err: { message: expect.stringMatching(/relation "\w+" does not exist/) } },
      ]);
    },
  );
});
