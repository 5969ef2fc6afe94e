import { writeFileSync } from "node:fs";
import { buildOpenApiText } from "../openapi/build-openapi.ts";
import { routes } from "../routes/index.ts";
import { openApiFile } from "./openapi-file.ts";

writeFileSync(openApiFile, buildOpenApiText(routes));
process.stdout.write(`wrote ${openApiFile}\n`);
