import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";

export type { Logger };

export interface LoggerOptions {
  /** One of pino's levels or `silent`; `info` unless said. */
  readonly level?: string;
  /** Standard output unless said. */
  readonly destination?: DestinationStream;
}

const secretKeys = [
  ...["password", "secret", "token", "apiKey", "authorization", "cookie"],
  ...["REDIS_URL", "REDIS_LIMITS_URL", "DATABASE_URL"],
];
/** Keys of ours, wherever they stand: the id stays, so that somebody can look whose it is. */
const apiKey = /\b(orm_[0-9a-z]{8}_)[0-9a-z]+/gi;
/** `user:password@` in any address, wherever it stands in a line: errors of drivers quote whole connection strings. */
const urlPassword = /(:\/\/[^\s:/@"]*:)[^\s/@"]+@/g;

/**
 * JSON lines on standard output. error = a person now, warn = a person this week, info = once per run or request.
 * Values under secret names are replaced, at the top and one level down, and passwords inside addresses and
 * API keys everywhere.
 */
export function createLogger(name: string, options: LoggerOptions = {}): Logger {
  const settings = {
    name,
    level: options.level ?? "info",
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`]), censor: "[redacted]" },
    hooks: {
      streamWrite: (line: string) => line.replace(urlPassword, "$1[redacted]@").replace(apiKey, "$1[redacted]"),
    },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}
