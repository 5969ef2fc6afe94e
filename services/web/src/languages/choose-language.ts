import type { IncomingMessage } from "node:http";
import accepts from "accepts";
import { sourceLanguage } from "./languages.ts";

/** The offered language a reader's browser asks for (RFC 9110 Accept-Language); English where it asks for none of them. */
export function chooseLanguage(request: IncomingMessage, offered: readonly string[]): string {
  const chosen = accepts(request).languages([...offered]);
  return typeof chosen === "string" ? chosen : sourceLanguage;
}
