import { findLicenceProblems } from "./find-licence-problems.ts";
import { loadLockedPackages } from "./load-locked-packages.ts";

/** `npm run check:licences` */
const packages = loadLockedPackages();
const problems = findLicenceProblems(packages);
const production = packages.filter(({ isProduction }) => isProduction).length;
if (problems.length > 0) {
  process.stderr.write(
    `${problems.join("\n")}\nlicences: ${problems.length} problems in ${packages.length} packages\n`,
  );
  process.exitCode = 1;
} else {
  process.stdout.write(`licences: ${production} packages that readers use, ${packages.length} in all, no problem\n`);
}
