import { readFileSync, writeFileSync } from "node:fs";
import { ConfigError } from "@openremit/shared/domain";
import { runProcess } from "@openremit/shared/runtime";
import { releasePath, widgetBundle } from "../index.ts";

const list = new URL("../../../widget/releases/integrity.json", import.meta.url);

/**
 * `npm run widget:release`: keeps the module under its version, with its hash. With `-- --replace` over one of the same
 * version, for as long as no page has loaded that.
 */
await runProcess(async () => {
  const { version, integrity, code, bytes } = widgetBundle();
  const known = JSON.parse(readFileSync(list, "utf8")) as Record<string, string>;
  const isOther = known[version] !== undefined && known[version] !== integrity;
  if (isOther && !process.argv.includes("--replace")) {
    throw new ConfigError(`widget ${version} was released with other bytes: raise widgetVersion in widget-bundle.ts`);
  }
  writeFileSync(releasePath(version), code);
  writeFileSync(list, `${JSON.stringify({ ...known, [version]: integrity }, null, 2)}\n`);
  process.stdout.write(`widget ${version}: ${bytes} bytes gzipped, ${integrity}\n`);
});
