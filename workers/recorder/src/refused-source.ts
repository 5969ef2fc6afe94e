import { key } from "@openremit/shared/contracts";
import { z } from "zod";

const readable = z.object({ run: z.object({ source: key }) });

/** Whose payload it is, as far as that can be read; the recorder's own otherwise. */
export function refusedSource(payload: unknown): string {
  const parsed = readable.safeParse(payload);
  return parsed.success ? parsed.data.run.source : "recorder";
}
