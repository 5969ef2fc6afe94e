import { fileURLToPath } from "node:url";

/** The committed document. */
export const openApiFile = fileURLToPath(new URL("../../openapi.json", import.meta.url));
