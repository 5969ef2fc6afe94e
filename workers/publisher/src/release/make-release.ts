import { createHash } from "node:crypto";
import { mkdir, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Catalog } from "@openremit/shared/catalog";
import { type ReleaseFile, type ReleaseManifest, releaseSumsName } from "@openremit/shared/contracts";
import { endOfDay } from "@openremit/shared/domain";
import { version } from "@openremit/shared/runtime";
import {
  type Database,
  readReleases,
  readSurveyFilesBefore,
  waitForEarlierWriters,
  withReleaseLock,
} from "@openremit/shared/storage";
import { changesName, compareWithPrevious } from "./compare-with-previous.ts";
import { releasableDay } from "./releasable-day.ts";
import { releaseTables } from "./release-tables.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";
import { dataVersionOf, type WrittenRelease, writeDocuments } from "./write-documents.ts";
import { syncDirectory } from "./write-file.ts";
import { writeTable } from "./write-table.ts";

export interface ReleaseContext {
  readonly catalog: Catalog;
  /** Hash over the files of config. */
  readonly configSha256: string;
  readonly database: Database;
  readonly simulated: boolean;
  /** Where releases stand. */
  readonly releases: string;
  readonly now: () => Date;
  /** One step of so many, and what it is; more often than steps are done. */
  readonly tell: (done: number, total: number, what: string) => void;
  /** When aborted, what was done so far stays for the next try. */
  readonly stopping: AbortSignal;
}

export interface MadeRelease {
  readonly release: ReleaseManifest;
  /** False: a release with the same bytes was there already, and stays as it is. */
  readonly isNew: boolean;
  readonly directory: string;
}

/** Tables, then the comparison with the previous release, then the texts. */
export const releaseSteps = releaseTables.length + 2;
/** For what is still being written of that day. */
const patienceMs = 60_000;

/**
 * Makes the release of a day: everything as it was known at its end (UTC), the same bytes whenever it is made. It gets
 * its name when it is whole and on the disk.
 *
 * @throws InputError for a day that is none or not over.
 */
export function makeRelease(asked: string, context: ReleaseContext): Promise<MadeRelease> {
  const asOf = releasableDay(asked, context.now());
  return withReleaseLock(context.database, () => makeAlone(asOf, context));
}

async function makeAlone(asOf: string, context: ReleaseContext): Promise<MadeRelease> {
  const { database, releases, configSha256 } = context;
  await mkdir(releases, { recursive: true });
  const before = new Date(endOfDay(asOf).getTime() + 1);
  await waitForEarlierWriters(database, before, patienceMs);
  const createdFrom = {
    program: version,
    configSha256,
    surveyFiles: [...(await readSurveyFilesBefore(database, before))],
  };
  const inputs = JSON.stringify({ ...createdFrom, releaseTables });
  const place = await openWorkplace(releases, nextId(asOf, context.simulated, 0), inputs);
  const tables = await writeTables(asOf, place, context);
  const known = await readReleases(releases);
  const sameDay = known.filter((release) => release.asOf === asOf && release.simulated === context.simulated);
  const earlier = known.filter((release) => release.asOf < asOf && release.simulated === context.simulated);
  const last = sameDay.at(-1);
  const data = { ...tables, asOf, createdFrom };
  if (last !== undefined && last.dataVersion === dataVersionOf(tables.files)) {
    // Written as it was then: where every byte is the same, nothing is new.
    const previous = known.find(({ id }) => id === last.previous) ?? null;
    const again = await writeRest(last.id, previous, data, place, context);
    if (again.sums === (await sumsOf(releases, last.id))) {
      await place.remove();
      return { release: last, isNew: false, directory: join(releases, last.id) };
    }
  }
  const id = nextId(asOf, context.simulated, sameDay.length);
  const { manifest } = await writeRest(id, last ?? earlier.at(-1) ?? null, data, place, context);
  await place.tidy();
  await rename(place.directory, join(releases, id));
  await syncDirectory(releases);
  return { release: manifest, isNew: true, directory: join(releases, id) };
}

/** `2026-11-23`, then `2026-11-23-2`. */
function nextId(asOf: string, simulated: boolean, known: number): string {
  return `${simulated ? "simulated-" : ""}${asOf}${known === 0 ? "" : `-${known + 1}`}`;
}

interface Data {
  readonly asOf: string;
  readonly files: readonly ReleaseFile[];
  readonly rowsBySource: ReadonlyMap<string, number>;
  readonly createdFrom: Omit<ReleaseManifest["createdFrom"], "previousSha256">;
}

async function writeTables(
  asOf: string,
  place: Workplace,
  context: ReleaseContext,
): Promise<Pick<Data, "files" | "rowsBySource">> {
  const { catalog, database, simulated, stopping, tell } = context;
  const files: ReleaseFile[] = [];
  const rowsBySource = new Map<string, number>();
  for (const [done, table] of releaseTables.entries()) {
    stopping.throwIfAborted();
    const say = (rows: number) => tell(done, releaseSteps, `${table.name}, ${rows} rows`);
    const knowledge = { catalog, database, simulated };
    const writing = { directory: place.directory, asOf, knowledge, tellRows: say, stopping };
    const known = place.written(table.name);
    const written = known ?? (await writeTable(table, writing));
    if (known === null) await place.note(table.name, written);
    files.push(...written.files);
    // A visit is no figure of anybody's.
    if (table.dataset !== "quotes" && table.dataset !== "rates") continue;
    for (const [source, rows] of Object.entries(written.rowsBySource)) {
      rowsBySource.set(source, (rowsBySource.get(source) ?? 0) + rows);
    }
  }
  return { files, rowsBySource };
}

/** Everything but the tables, which are the same whatever the release is called. */
async function writeRest(
  id: string,
  previous: ReleaseManifest | null,
  { files, createdFrom, ...data }: Data,
  { directory }: Workplace,
  { database, releases, simulated, catalog, tell, stopping }: ReleaseContext,
): Promise<WrittenRelease> {
  stopping.throwIfAborted();
  tell(releaseSteps - 2, releaseSteps, previous === null ? "the first release" : `changes since ${previous.id}`);
  const changes = await compareWithPrevious({ releases, directory, previous, files, database });
  tell(releaseSteps - 1, releaseSteps, "texts");
  const what = "Rows that were revised or withdrawn since the release before, by their key";
  const { tables, file } = changes;
  const list: ReleaseFile = { name: changesName, dataset: null, mediaType: "text/csv", ...file, what };
  const previousSha256 = previous === null ? null : sha256(await sumsOf(releases, previous.id));
  return writeDocuments(directory, {
    ...data,
    id,
    simulated,
    catalog,
    dataVersion: dataVersionOf(files),
    previous: previous?.id ?? null,
    createdFrom: { ...createdFrom, previousSha256 },
    files: [...files, list],
    changes: tables,
  });
}

function sumsOf(releases: string, id: string): Promise<string> {
  return readFile(join(releases, id, releaseSumsName), "utf8");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
