import type { Release } from "./widget-assets.ts";
import type { WidgetBundle } from "./widget-bundle.ts";

/**
 * A version names its bytes for ever, as pages out there hold their hash: what is built must be what was released.
 *
 * @param integrities what was written down when each version was released
 */
export function findReleaseProblems(
  { version, integrity }: Pick<WidgetBundle, "version" | "integrity">,
  releases: readonly Release[],
  integrities: Readonly<Record<string, string>>,
  integrityOf: (code: string) => string,
): string[] {
  const problems: string[] = [];
  if (integrities[version] === undefined) {
    problems.push(`widget ${version} was never released: npm run widget:release`);
  } else if (integrities[version] !== integrity) {
    problems.push(`widget ${version} was released with other bytes: raise widgetVersion, and npm run widget:release`);
  }
  for (const [released, expected] of Object.entries(integrities)) {
    const code = releases.find((release) => release.version === released)?.code;
    if (code === undefined) problems.push(`widget ${released}: the file of the release is gone`);
    else if (integrityOf(code) !== expected) problems.push(`widget ${released}: the file of the release was changed`);
  }
  const unlisted = releases.filter((release) => integrities[release.version] === undefined);
  return [...problems, ...unlisted.map((release) => `widget ${release.version}: no hash is written down`)];
}
