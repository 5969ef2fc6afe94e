import { fileURLToPath } from "node:url";
import type { Express } from "express";
import { docsSecurityHeaders } from "../serve/security-headers.ts";
import { docsPage, docsScript } from "./docs-page.ts";

const assets = fileURLToPath(new URL(".", import.meta.resolve("swagger-ui-dist/package.json")));
const assetNames = ["swagger-ui.css", "swagger-ui-bundle.js"];
const dayMs = 86_400_000;

/** Swagger UI from the installed package: no third party is asked, and no inline script or style runs. */
export function mountDocs(app: Express): void {
  app.get("/docs", docsSecurityHeaders, (_request, response) => {
    response.type("html").setHeader("cache-control", "public, max-age=300").send(docsPage);
  });
  app.get("/docs/start.js", docsSecurityHeaders, (_request, response) => {
    response.type("js").setHeader("cache-control", "public, max-age=300").send(docsScript);
  });
  for (const name of assetNames) {
    app.get(`/docs/${name}`, docsSecurityHeaders, (_request, response) => {
      response.sendFile(name, { root: assets, maxAge: dayMs });
    });
  }
}
