import type { ReleaseProgress } from "@openremit/shared/contracts";

type Outcome = NonNullable<ReleaseProgress["outcome"]>;

const megabyte = 1_000_000;

/** What came of it, line by line. */
export function releaseSummary({ release, isNew, directory }: Outcome): readonly string[] {
  if (!isNew) return [`${release.id} is there already, with the same bytes: nothing is new`, directory];
  const bytes = release.files.reduce((sum, file) => sum + file.bytes, 0);
  const size = (bytes / megabyte).toLocaleString("en", { maximumFractionDigits: 1 });
  const since = release.previous === null ? "the first release" : `against ${release.previous}`;
  return [
    `${release.id}: ${release.files.length} files, ${size} MB, ${since}`,
    ...release.changes.map(
      ({ dataset, rows, added, revised, withdrawn }) =>
        `  ${dataset}: ${rows} rows, ${added} added, ${revised} revised, ${withdrawn} withdrawn`,
    ),
    ...(release.simulated ? ["prices are SIMULATED, and every file says so"] : []),
    directory,
    `check it: cd ${directory} && sha256sum -c SHA256SUMS`,
  ];
}
