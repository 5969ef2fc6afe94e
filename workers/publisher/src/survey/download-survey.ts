import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { createHttpClient } from "@openremit/shared/http";
import { type Clock, type Logger, version } from "@openremit/shared/runtime";
import { datasetAddress, isDatasetAddress, parseWorkbookAddress } from "./data-catalog.ts";

/** The workbook is some 50 MB; this leaves years of growth. */
const maxBytes = 300 * 1024 * 1024;
const timeoutMs = 15 * 60_000;
const limits = { max: 1, perSeconds: 1, concurrency: 1, perDay: 10 };

export interface DownloadContext {
  /** Who asks: without one nobody is asked (METHOD 10). */
  readonly contact: string | null | undefined;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

export interface DownloadedSurvey {
  readonly path: string;
  /** The address of the file itself. */
  readonly name: string;
  remove(): Promise<void>;
}

/**
 * Fetches a file of the survey into a temporary place, by its own address or by the World Bank Data Catalog's page of
 * the dataset, obeying robots.txt.
 *
 * @throws ConfigError without a contact; the source errors of shared/http as the answers deserve.
 */
export async function downloadSurvey(asked: string, context: DownloadContext): Promise<DownloadedSurvey> {
  const { contact, logger, clock, say } = context;
  if (!URL.canParse(asked) || new URL(asked).protocol !== "https:") {
    throw new ConfigError(`${asked} is no https address`);
  }
  const saveSnapshot = async () => undefined;
  const http = createHttpClient({ mode: "real", contact, version, logger, clock, saveSnapshot, maxBytes, timeoutMs });
  const fetchFile = async (url: string) => {
    const access = { key: "world-bank", origins: [new URL(url).origin], limits };
    return (await http.fetchAnswer(access, { method: "GET", url })).body;
  };
  try {
    const isDataset = isDatasetAddress(asked);
    const url = isDataset ? parseWorkbookAddress((await fetchFile(datasetAddress)).toString("utf8")) : asked;
    if (isDataset) say(`  the current workbook is ${url}`);
    const body = await fetchFile(url);
    const directory = await mkdtemp(join(tmpdir(), "openremit-survey-"));
    const path = join(directory, "survey");
    await writeFile(path, body);
    return { path, name: url, remove: () => rm(directory, { recursive: true, force: true }) };
  } finally {
    http.close();
  }
}
