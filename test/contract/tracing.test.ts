import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createLogger, openTracing, type Tracing, traced, version } from "@openremit/shared/runtime";
import { tellVisit } from "../../workers/collector/src/tell-visit.ts";
import { projectRoot } from "../gates/source-file.ts";
import { openApiScene } from "../support/api-scene.ts";
import { quietLogger, quoteOf } from "../support/comparison-scene.ts";
import { attributesOf, type OtlpCollector, startOtlpCollector } from "../support/otlp-collector.ts";
import { buildQuotesJob } from "../support/record-job.ts";

let collector: OtlpCollector;
let tracing: Tracing;
beforeEach(async () => {
  collector = await startOtlpCollector();
  tracing = await openTracing("openremit-test", { OTEL_EXPORTER_OTLP_ENDPOINT: collector.origin }, quietLogger);
});
afterEach(() => collector.close());

describe("the traces of the API", () => {
  const parentTrace = "4bf92f3577b34da6a3ce929d0e0e4736";
  const asking = {
    traceparent: `00-${parentTrace}-00f067aa0ba902b7-01`,
    "user-agent": "reader-of-somewhere/7",
    "accept-language": "tr",
    "x-forwarded-for": "198.51.100.77",
    referer: "https://from.example/where",
    authorization: "Bearer orm_00000000_thisisasecret",
  };

  it("say what kind of answer was given, and nothing of who asked what", async () => {
    const scene = await openApiScene([quoteOf()], { tracer: tracing.tracer });
    const { authorization: _, ...anonymous } = asking;
    await scene.get("/v1/corridors/be-ma/offers?pay=234.56", anonymous);
    await scene.get("/v1/corridors/be-ma/offers?pay=234.56", anonymous);
    await scene.get("/v1/corridors/be-ma/offers?pay=234.56", anonymous);
    await scene.get("/somewhere/private?token=hidden", anonymous);
    await scene.get("/v1/corridors", asking);
    await scene.close();
    await tracing.part.stop();

    const spans = collector.spans().map((span) => ({ name: span.name, ...attributesOf(span) }));
    const offers = "/v1/corridors/{id}/offers";
    const answer = (route: string, status: number, cache: string) => ({
      name: route,
      "http.request.method": "GET",
      "http.route": route,
      "http.response.status_code": status,
      "openremit.cache": cache,
    });
    expect(spans).toHaveLength(5);
    expect(spans).toEqual(
      expect.arrayContaining([
        answer(offers, 200, "miss"),
        answer(offers, 200, "hit"),
        answer("none", 404, "miss"),
        answer("none", 401, "miss"),
      ]),
    );
    const sent = JSON.stringify(collector.received);
    const betrayals = [
      "be-ma",
      "MAD",
      "234.56",
      "private",
      "hidden",
      "reader-of",
      "198.51",
      "from.example",
      "orm_",
      "secret",
    ];
    expect(betrayals.filter((betrayal) => sent.includes(betrayal))).toEqual([]);
    expect(sent).not.toContain(parentTrace);
    expect(new Set(collector.spans().map(({ traceId }) => traceId)).size).toBe(5);
    expect(collector.received.map(({ url }) => url)).toEqual(["/v1/traces"]);
  });

  it("name the program and its version, and nothing of the machine", async () => {
    tracing.tracer.tell({ name: "n", kind: "work", durationMs: 1, attributes: {}, hasFailed: false });
    await tracing.part.stop();
    expect(collector.resources().map((attributes) => attributesOf({ attributes }))).toEqual([
      { "service.name": "openremit-test", "service.version": version },
    ]);
  });
});

describe("the traces of work", () => {
  it("say of a visit whom we asked, how it ended and how long it took, not for which corridor", async () => {
    tellVisit(tracing.tracer, buildQuotesJob().run);
    tellVisit(tracing.tracer, buildQuotesJob({ run: { outcome: "failed", errorMessage: "be-ma at 200" } }).run);
    await tracing.part.stop();
    const spans = collector.spans();
    expect(spans.map(attributesOf)).toEqual([
      { "openremit.source": "acme", "openremit.outcome": "empty" },
      { "openremit.source": "acme", "openremit.outcome": "failed" },
    ]);
    expect(spans.map(({ status }) => status.code)).toEqual([0, 2]);
    const [span] = spans;
    const nanoseconds = BigInt(span?.endTimeUnixNano ?? 0) - BigInt(span?.startTimeUnixNano ?? 0);
    expect(nanoseconds / 1_000_000n).toBeGreaterThanOrEqual(1_999n);
    expect(nanoseconds / 1_000_000n).toBeLessThanOrEqual(2_000n);
    expect(JSON.stringify(collector.received)).not.toContain("be-ma");
  });

  it("say that work failed and not why, which passes through", async () => {
    const { tracer } = tracing;
    await expect(traced(tracer, "record", { "openremit.source": "wise" }, async () => "done")).resolves.toBe("done");
    const fail = async () => {
      throw new Error("be-ma is gone");
    };
    await expect(traced(tracer, "release", {}, fail)).rejects.toThrow("be-ma is gone");
    await tracing.part.stop();
    expect(collector.spans().map(({ name, status }) => [name, status.code])).toEqual([
      ["record", 0],
      ["release", 2],
    ]);
    expect(JSON.stringify(collector.received)).not.toContain("gone");
  });
});

describe("a collector that is away", () => {
  it("costs a warning, and holds up no stop for long", async () => {
    const { origin } = collector;
    collector.close();
    let log = "";
    const logger = createLogger("test", { destination: { write: (line: string) => (log += line) } });
    const { tracer, part } = await openTracing("openremit-test", { OTEL_EXPORTER_OTLP_ENDPOINT: origin }, logger);
    tracer.tell({ name: "n", kind: "work", durationMs: 1, attributes: {}, hasFailed: false });
    const startedMs = performance.now();
    await part.stop();
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    expect(log).toContain("traces could not be sent");
  });
});

describe("without a collector", () => {
  /** Which of OpenTelemetry's packages a process holds that has opened its tracing. */
  function packagesLoaded(endpoint: string | undefined): readonly string[] {
    const program = `
      import { createRequire } from "node:module";
      import { createLogger, openTracing } from "@openremit/shared/runtime";
      const place = { OTEL_EXPORTER_OTLP_ENDPOINT: ${JSON.stringify(endpoint)} };
      await openTracing("test", place, createLogger("test", { level: "silent" }));
      const files = Object.keys(createRequire(import.meta.url).cache);
      const names = files.map((file) => file.split("node_modules/@opentelemetry/")[1]?.split("/")[0]);
      process.stdout.write(JSON.stringify([...new Set(names)].filter(Boolean).sort()));
      process.exit(0);`;
    const tsx = join(projectRoot, "node_modules/tsx/dist/loader.mjs");
    const run = spawnSync(
      process.execPath,
      ["--conditions=source", `--import=file://${tsx}`, "--input-type=module", "-e", program],
      { cwd: join(projectRoot, "services/api"), encoding: "utf8" },
    );
    expect(run.stderr).toBe("");
    return JSON.parse(run.stdout) as readonly string[];
  }

  it("loads no SDK and no exporter: only the interface that prom-client brings", () => {
    expect(packagesLoaded(undefined)).toEqual(["api"]);
    expect(packagesLoaded("http://127.0.0.1:4318")).toEqual(
      expect.arrayContaining(["api", "exporter-trace-otlp-http", "resources", "sdk-trace"]),
    );
  });

  it("tells nobody", async () => {
    const { tracer, part } = await openTracing("openremit-test", {}, quietLogger);
    tracer.tell({ name: "n", kind: "work", durationMs: 1, attributes: {}, hasFailed: false });
    await part.stop();
    expect(collector.received).toEqual([]);
  });
});
