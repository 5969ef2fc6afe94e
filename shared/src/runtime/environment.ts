import { z } from "zod";
import { modes } from "./mode.ts";
import { parseRedisAddresses, RedisAddressProblem } from "./redis-addresses.ts";

const url = (protocol: RegExp) => z.url({ protocol, error: "is not such an address" });

/**
 * Variables that several processes know. Each description completes the sentence "Set NAME to …", and is what an
 * operator reads when the variable is missing or wrong.
 */
export const redisUrlVariable = z
  .string()
  .superRefine((text, context) => {
    const problem = redisProblemOf(text);
    if (problem !== null) context.addIssue(problem);
  })
  .describe(
    "the address of Redis, such as redis://127.0.0.1:6379, or to those of a cluster's nodes with commas between them",
  );

export const databaseUrlVariable = url(/^postgres(ql)?$/).describe(
  "the address of PostgreSQL, such as postgresql://user:password@127.0.0.1:5432/openremit",
);

export const contactVariable = z
  .union([z.email(), z.url({ protocol: /^https$/ })], { error: "is neither an e-mail address nor an https address" })
  .describe("an e-mail or https address where the operators of sources can reach you");

function redisProblemOf(text: string): string | null {
  try {
    parseRedisAddresses(text);
    return null;
  } catch (error) {
    if (error instanceof RedisAddressProblem) return error.message;
    throw error;
  }
}

/** A TCP port with the one to take when nothing is set; 0 lets the system choose. */
export function portVariable(fallback: number) {
  return z.coerce
    .number({ error: "is not a port" })
    .int("is not a port")
    .min(0, "is not a port")
    .max(65_535, "is not a port")
    .default(fallback)
    .describe("a TCP port between 0 and 65535");
}

function wholeNumber({ min, max, fallback }: { min: number; max: number; fallback: number }, meaning: string) {
  const error = `is not a whole number between ${min} and ${max}`;
  return z.coerce.number({ error }).int(error).min(min, error).max(max, error).default(fallback).describe(meaning);
}

/** For processes that answer readers: API and site. */
export const readerVariables = {
  DATABASE_READ_URL: databaseUrlVariable
    .optional()
    .describe("the address of a streaming replica of DATABASE_URL; not needed"),
  REDIS_LIMITS_URL: redisUrlVariable
    .optional()
    .describe("the address of a Redis that writes nothing to disk, to count readers in; REDIS_URL unless set"),
  HOST: z.string().default("0.0.0.0").describe("the address to listen on"),
  REQUESTS_PER_MINUTE: wholeNumber(
    { min: 1, max: 1_000_000, fallback: 600 },
    "how often one reader may ask in a minute",
  ),
  PROXY_HOPS: wholeNumber({ min: 0, max: 5, fallback: 0 }, "how many reverse proxies stand in front"),
};

/** For processes that hand out whole datasets. */
export const exportVariables = {
  EXPORTS_PER_HOUR: wholeNumber(
    { min: 1, max: 1_000_000, fallback: 60 },
    "how many exports one reader may take in an hour",
  ),
};

/** For processes whose figures Prometheus reads at an address of their own. */
export const metricsVariables = {
  METRICS_PORT: portVariable(0)
    .unwrap()
    .optional()
    .describe("a TCP port between 0 and 65535 for /metrics and /healthz; not served unless set"),
  METRICS_HOST: z.string().default("127.0.0.1").describe("the address to serve /metrics on"),
};

/** For processes whose work can be traced. */
export const tracingVariables = {
  OTEL_EXPORTER_OTLP_ENDPOINT: url(/^https?$/)
    .optional()
    .describe("the address of an OpenTelemetry collector, such as http://127.0.0.1:4318; nothing is traced unless set"),
};

/** For whoever runs the site. */
export const siteVariables = {
  OPENREMIT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, "is no time zone")
    .default("Europe/Brussels")
    .describe("a time zone such as Europe/Brussels: times are told in it"),
  OPENREMIT_FUNDING: z
    .string()
    .max(500, "is too long")
    .optional()
    .describe("who pays for this copy, in a sentence for the page about it"),
  OPENREMIT_PUBLIC_URL: url(/^https?$/)
    .optional()
    .describe("the address readers open, such as https://openremit.example: it is printed and shared"),
  OPENREMIT_FORM_SECRET: z
    .string()
    .min(32, "is too short")
    .optional()
    .describe("32 characters or more that nobody can guess, the same for every copy of the site"),
};

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** What every process reads. A process adds its own with `.extend({ PORT: portVariable(3000) })`. */
export const baseEnvironment = z.object({
  OPENREMIT_MODE: z
    .enum(modes, { error: "is not a mode" })
    .default("simulated")
    .describe("simulated (sandbox prices) or real (sources you enabled)"),
  OPENREMIT_CONTACT: contactVariable.optional(),
  OPENREMIT_CONFIG_DIR: z.string().default("./config").describe("the folder with corridors, providers and sources"),
  REDIS_URL: redisUrlVariable.optional(),
  DATABASE_URL: databaseUrlVariable.optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], { error: "is not a level" })
    .default("info")
    .describe("fatal, error, warn, info, debug, trace or silent"),
});
export type BaseEnvironment = z.infer<typeof baseEnvironment>;

/** For processes that do nothing without both servers. */
export const serverEnvironment = baseEnvironment.extend({
  REDIS_URL: redisUrlVariable,
  DATABASE_URL: databaseUrlVariable,
});
export type ServerEnvironment = z.infer<typeof serverEnvironment>;
