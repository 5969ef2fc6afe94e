import { writeFileSync } from "node:fs";
import { buildOpenApiText } from "../openapi/build-openapi.ts";
import { fileRoutes, routes, streamRoutes } from "../routes/index.ts";
import { openApiFile } from "./openapi-file.ts";

writeFileSync(openApiFile, buildOpenApiText({ routes, streamRoutes, fileRoutes }));
process.stdout.write(`wrote ${openApiFile}\n`);
