import { describe, expect, it } from "@jest/globals";
import { createLogger } from "@openremit/shared/runtime";

function collect(level?: string) {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line)) };
  return { lines, logger: createLogger("api", level ? { destination, level } : { destination }) };
}

describe("createLogger", () => {
  it("writes JSON lines with its name, the level as a word and ISO time", () => {
    const { lines, logger } = collect();
    logger.info({ run: 1 }, "stored");
    expect(lines).toEqual([
      expect.objectContaining({
        name: "api",
        level: "info",
        run: 1,
        msg: "stored",
        time: expect.stringMatching(/^\d{4}-.*Z$/),
      }),
    ]);
  });

  it("keeps quiet below its level", () => {
    const { lines, logger } = collect("warn");
    logger.info("routine");
    expect(lines).toEqual([]);
  });

  it("replaces values under secret names, at the top and one level down", () => {
    const { lines, logger } = collect();
    logger.info({ apiKey: "k-1", headers: { authorization: "Bearer t-2" } }, "asked");
    expect(lines[0]).toMatchObject({ apiKey: "[redacted]", headers: { authorization: "[redacted]" } });
  });

  it("takes passwords out of addresses in messages, fields and stack traces", () => {
    const { lines, logger } = collect();
    const url = "postgresql://openremit:hunter2@db:5432/x";
    logger.error({ err: new Error(`no answer from ${url}`), url }, `lost ${url}`);
    expect(JSON.stringify(lines)).not.toContain("hunter2");
    expect(lines[0]).toMatchObject({ url: "postgresql://openremit:[redacted]@db:5432/x" });
  });

  it("leaves addresses without a password as they are", () => {
    const { lines, logger } = collect();
    logger.info({ url: "https://example.org:8443/a@b" }, "asked");
    expect(lines[0]).toMatchObject({ url: "https://example.org:8443/a@b" });
  });
});
