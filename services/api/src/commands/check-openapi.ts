import { readFileSync } from "node:fs";
import { buildOpenApiText } from "../openapi/build-openapi.ts";
import { fileRoutes, routes, streamRoutes } from "../routes/index.ts";
import { openApiFile } from "./openapi-file.ts";

const committed = readFileSync(openApiFile, "utf8").split("\n");
const current = buildOpenApiText({ routes, streamRoutes, fileRoutes }).split("\n");
const first = current.findIndex((line, index) => line !== committed[index]);

if (first === -1 && committed.length === current.length) {
  process.stdout.write("openapi: the committed document describes the routes\n");
} else {
  const at = first === -1 ? current.length : first;
  process.stdout.write(`openapi: line ${at + 1} differs\n- ${committed[at] ?? ""}\n+ ${current[at] ?? ""}\n`);
  process.stdout.write(
    "If the change is meant: npm run openapi:write, and say in the changelog what readers will see.\n",
  );
  process.exitCode = 1;
}
