import { readFile } from "node:fs/promises";
import type { StoredResponse } from "@openremit/shared/serving";
import { buildStored, constantly, type Encoding, sendStored, wantedEncoding } from "@openremit/shared/serving";
import type { Express } from "express";
import { askedOf } from "../serve/asked.ts";
import { mountOtherMethods } from "../serve/other-methods.ts";
import { docsSecurityHeaders } from "../serve/security-headers.ts";
import { docsPage, docsScript } from "./docs-page.ts";

interface DocsFile {
  readonly path: string;
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

const swagger = new URL(".", import.meta.resolve("swagger-ui-dist/package.json"));
const readSwagger = (name: string) => readFile(new URL(name, swagger), "utf8");
const script = "text/javascript; charset=utf-8";
/** The name of all of it in metrics and logs. */
const route = "/docs";

/** Swagger UI from the installed package: no third party is asked, and no inline script or style runs. */
const files: readonly DocsFile[] = [
  { path: "/docs", contentType: "text/html; charset=utf-8", text: async () => docsPage },
  { path: "/docs/start.js", contentType: script, text: async () => docsScript },
  { path: "/docs/swagger-ui.css", contentType: "text/css; charset=utf-8", text: () => readSwagger("swagger-ui.css") },
  { path: "/docs/swagger-ui-bundle.js", contentType: script, text: () => readSwagger("swagger-ui-bundle.js") },
];

/** The documentation as a page. Each file is read and encoded once, when it is first asked. */
export function mountDocs(app: Express, nowMs: () => number): void {
  for (const { path, contentType, text } of files) {
    const stored = new Map<Encoding, StoredResponse>();
    app.get(path, docsSecurityHeaders, async (request, response) => {
      const asked = askedOf(request);
      asked.route = route;
      const encoding = wantedEncoding(request);
      const content = async () => ({ contentType, text: await text() });
      const file =
        stored.get(encoding) ?? (await buildStored(route, await content(), constantly(null), request, response));
      stored.set(encoding, file);
      sendStored(file, request, response, asked.ownFields, nowMs());
    });
    mountOtherMethods(app, path, { method: "get", path: route });
  }
}
