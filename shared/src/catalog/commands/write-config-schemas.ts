import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildConfigSchemas } from "../config-schemas.ts";
import { schemaFolder } from "../files/config-kinds.ts";

/** `npm run config:schema [directory]`: writes config/schema from the contracts. */
const [configDirectory = "config"] = process.argv.slice(2);
const folder = join(configDirectory, schemaFolder);
const schemas = buildConfigSchemas();

mkdirSync(folder, { recursive: true });
for (const [name, text] of schemas) writeFileSync(join(folder, name), text);
process.stdout.write(`config: ${schemas.size} schemas written to ${folder}\n`);
