import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ConfigError, type Corridor } from "@openremit/shared/domain";
import type { Answer } from "@openremit/shared/http";
import type { WrittenManifest } from "../../replay/manifest.ts";
import { stripTokens } from "./strip-tokens.ts";

export interface FixtureToRecord {
  readonly directory: string;
  readonly source: string;
  readonly corridor: Corridor | null;
  readonly amount: string | null;
  readonly shows: NonNullable<WrittenManifest["shows"]>;
  readonly simulated: boolean;
  /** As they may be kept; robots.txt is left out. */
  readonly answers: readonly Answer[];
  /** Tokens that are known, to be left out wherever they stand. */
  readonly tokens: readonly string[];
  /** Whether fixtures of the same name may be written over. */
  readonly force: boolean;
}

/**
 * Saves the answers of a visit as a fixture: one file a body, and a `.meta.json` that says what was asked, when, and what
 * was left out. Tokens never reach the disk. Returns the paths.
 *
 * @throws ConfigError where there is nothing to save, or a fixture of that name already.
 */
export async function recordFixture(fixture: FixtureToRecord): Promise<readonly string[]> {
  const { directory, force } = fixture;
  const answers = fixture.answers.filter(({ request }) => new URL(request.url).pathname !== "/robots.txt");
  if (answers.length === 0) throw new ConfigError("There is no answer to record.");
  const name = nameOf(fixture, answers);
  const left = new Set<string>();
  const clean = (text: string) => {
    const stripped = stripTokens(text, fixture.tokens);
    for (const what of stripped.left) left.add(what);
    return stripped.text;
  };
  const files: [name: string, text: string][] = [];
  const entries = answers.map((answer, place) => {
    const file = `${name}${answers.length === 1 ? "" : `-${place + 1}`}.${extensionOf(answer)}`;
    files.push([file, clean(answer.body.toString("utf8"))]);
    for (const field of answer.request.secretFields ?? []) left.add(`the field ${field}`);
    return entryOf(fixture, answer, file, clean);
  });
  const meta: WrittenManifest = {
    description: descriptionOf(fixture),
    shows: fixture.shows,
    figures: fixture.simulated ? "invented" : "recorded",
    stripped: [...left].sort(),
    entries,
  };
  files.push([`${name}.meta.json`, `${JSON.stringify(meta, undefined, 2)}\n`]);
  const taken = files.find(([file]) => existsSync(join(directory, file)));
  if (taken !== undefined && !force) {
    throw new ConfigError(`${join(directory, taken[0])} is there already. Add --force to write over it.`);
  }
  await mkdir(directory, { recursive: true });
  for (const [file, text] of files) await writeFile(join(directory, file), text);
  return files.map(([file]) => join(directory, file));
}

function entryOf(
  { source, corridor, amount }: FixtureToRecord,
  { request, status, contentType, fetchedAt, bodySha256 }: Answer,
  file: string,
  clean: (text: string) => string,
): WrittenManifest["entries"][number] {
  return {
    source,
    ...(corridor !== null && amount !== null && { task: { ...moneyOf(corridor), amount } }),
    request: {
      method: request.method,
      url: clean(request.url),
      ...(request.body !== undefined && { body: clean(request.body) }),
    },
    status,
    contentType,
    fetchedAt,
    fetchedAtPrecision: "second",
    file,
    sha256: bodySha256,
  };
}

function moneyOf({ id: _id, ...money }: Corridor): Omit<Corridor, "id"> {
  return money;
}

function nameOf({ corridor, amount, shows }: FixtureToRecord, [first]: readonly Answer[]): string {
  const kind = shows === "ok" ? "" : `-${shows}`;
  if (corridor === null) return `${first?.fetchedAt.slice(0, 10)}${kind}`;
  return `${corridor.id}-${corridor.receiveCurrency.toLowerCase()}-${amount}${kind}`;
}

function descriptionOf({ source, corridor, amount, simulated }: FixtureToRecord): string {
  const what = corridor === null ? "rates" : `${corridor.id} in ${corridor.receiveCurrency} at ${amount}`;
  return `${source}: ${what}, answered by ${simulated ? "the sandbox" : "the source itself"}.`;
}

function extensionOf({ contentType, body }: Answer): string {
  const said = /(json|html|xml|csv)/.exec(contentType ?? "")?.[1];
  if (said !== undefined) return said;
  return /^\s*[[{]/.test(body.toString("utf8", 0, 100)) ? "json" : "txt";
}
