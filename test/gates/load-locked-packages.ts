import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { LockedPackage } from "./find-licence-problems.ts";
import { projectRoot } from "./source-file.ts";

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      dev: z.boolean().optional(),
      link: z.boolean().optional(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const manifest = z.object({ license: z.string().optional() });

/** Every package the lock file names, with the licence that stands in what was installed; nothing is asked for over the network. */
export function loadLockedPackages(root = projectRoot): readonly LockedPackage[] {
  const { packages } = lockFile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  return Object.entries(packages)
    .filter(([path, { link }]) => path.includes("node_modules/") && link !== true)
    .map(([path, locked]) => ({
      path,
      licence: installedLicence(join(root, path)) ?? locked.license ?? null,
      integrity: locked.integrity ?? null,
      resolved: locked.resolved ?? null,
      isProduction: locked.dev !== true,
      runsAtInstall: locked.hasInstallScript === true,
    }));
}

/** Null where it is not installed: programs for other systems are locked and left out. */
function installedLicence(directory: string): string | null {
  const file = join(directory, "package.json");
  if (!existsSync(file)) return null;
  return manifest.safeParse(JSON.parse(readFileSync(file, "utf8"))).data?.license ?? null;
}
