import { createLogger } from "@openremit/shared/runtime";
import { composeSandbox } from "../../compose.ts";
import { started } from "../../parts.ts";
import type { SourceTool } from "./source-tool.ts";

/** The sandbox that SANDBOX_URL names, or one of our own on a free port for as long as it is needed. */
export async function openSandbox({
  env,
  catalog,
  clock,
}: SourceTool): Promise<{ readonly url: string; stop(): Promise<void> }> {
  if (env.SANDBOX_URL !== undefined) return { url: env.SANDBOX_URL, stop: async () => undefined };
  return started(composeSandbox(env, catalog, createLogger("sandbox", { level: "warn" }), clock));
}
