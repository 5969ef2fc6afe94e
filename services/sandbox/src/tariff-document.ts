import type { TariffConfig } from "@openremit/shared/contracts";
import { openRobots, type SimulatedSource } from "./simulated-source.ts";

/** What stands in for the document of a tariff: a page or a PDF at its address, whose bytes are nobody's figures. */
export function simulateTariff({ key, reviewed }: Pick<TariffConfig, "key" | "reviewed">): SimulatedSource {
  const { pathname, search } = new URL(reviewed.url);
  return {
    key,
    field: "Simulated",
    robots: openRobots,
    answer({ method, path, query }) {
      const asked = new URLSearchParams(search);
      if (method !== "GET" || path !== pathname || query.toString() !== asked.toString()) return null;
      const words = `Simulated: the document behind ${key} is not here.`;
      if (pathname.toLowerCase().endsWith(".pdf")) {
        return { status: 200, contentType: "application/pdf", body: `%PDF-1.7\n% ${words}\n` };
      }
      const head = '<head><meta charset="utf-8"><title>Simulated tariff</title></head>';
      const body = `<!DOCTYPE html><html lang="en">${head}<body><p>${words}</p></body></html>\n`;
      return { status: 200, contentType: "text/html; charset=utf-8", body };
    },
  };
}
