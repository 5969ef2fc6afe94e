import { readPauses, resumeSource, type Stores } from "@openremit/shared/storage";
import type { FoundSource } from "./find-source.ts";
import type { SourceTool } from "./source-tool.ts";

/** `paused`: which sources are left alone, since when and why. */
export async function listPaused({ terminal }: SourceTool, { database }: Stores): Promise<void> {
  const pauses = await readPauses(database);
  if (pauses.size === 0) terminal.say("No source is paused.");
  for (const [source, { pausedAt, reason }] of pauses) terminal.say(`${source}: paused since ${pausedAt}: ${reason}`);
}

/** `resume`: a person's decision to ask a source again. */
export async function resume({ config }: FoundSource, tool: SourceTool, { database }: Stores): Promise<void> {
  const wasPaused = (await readPauses(database)).has(config.key);
  await resumeSource(database, config.key, tool.clock.now());
  tool.terminal.say(
    wasPaused ? `${config.key} is asked again from its next visit on.` : `${config.key} is not paused.`,
  );
}
