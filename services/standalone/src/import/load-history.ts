import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { allAdapters } from "@openremit/collector";
import type { PublishedRate } from "@openremit/shared/contracts";
import { ConfigError } from "@openremit/shared/domain";
import { type Answer, requestHash, sha256Of } from "@openremit/shared/http";
import { parseHistoryCsv } from "./parse-history-csv.ts";

export interface RateHistory {
  /** The file as the answer it once was: it proves every rate in it. */
  readonly answer: Answer;
  readonly rates: readonly PublishedRate[];
}

const addresses: Readonly<Record<string, string>> = {
  ".csv": "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip",
  ".xml": "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.xml",
};

/** Reads a history file of the ECB, as CSV or as XML. ConfigError where there is none; SourceShapeError where it is another. */
export async function loadHistory(path: string, now: Date): Promise<RateHistory> {
  const url = addresses[extname(path).toLowerCase()];
  if (url === undefined) throw new ConfigError(`${path} is neither .csv nor .xml`);
  const body = await readFile(path).catch((cause: unknown) => {
    throw new ConfigError(`${path} cannot be read: name the ECB's history file`, { cause });
  });
  const request = { method: "GET", url } as const;
  const answer: Answer = {
    request,
    status: 200,
    contentType: url.endsWith(".xml") ? "text/xml" : "text/csv",
    body,
    bodySha256: sha256Of(body),
    requestSha256: requestHash(request),
    fetchedAt: now.toISOString(),
  };
  return { answer, rates: readHistory(answer) };
}

function readHistory({ request, body, bodySha256, contentType }: Answer): readonly PublishedRate[] {
  const text = body.toString("utf8");
  if (contentType === "text/csv") return parseHistoryCsv(text);
  const ecb = allAdapters.rates.get("ecb");
  return ecb?.parse([{ url: request.url, status: 200, contentType, body: text, bodySha256 }]).rates ?? [];
}
