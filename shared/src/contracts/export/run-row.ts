import { z } from "zod";
import { runOutcomes } from "../queue.ts";
import { robotsResults } from "../robots.ts";
import { columns } from "./column.ts";

const { text, word, integer, boolean, instant } = columns;

/** One visit to a source, also when it found nothing. */
export const runRow = z
  .object({
    run_id: text("Id of the visit"),
    source: text("Who was asked; see /v1/sources"),
    kind: word(["quotes", "rates"], "What it was asked about"),
    outcome: word(runOutcomes, "quarantined: answered, and the answer broke a rule; nothing of it is shown"),
    started_at: instant("UTC"),
    finished_at: instant("UTC"),
    fetched_at: instant("When the last answer arrived; empty where none did; UTC").nullable(),
    error_code: text("Why it failed or was quarantined").nullable(),
    error_message: text("The same in a sentence").nullable(),
    adapter_version: text("Version of the reader"),
    robots: word(robotsResults, "What robots.txt said; empty where nobody noted it").nullable(),
    quotes: integer("quotes", "Quotes the visit saw"),
    rates: integer("rates", "Reference rates the visit saw"),
    issues: integer("issues", "What the visit raised for a person to look at"),
    simulated: boolean("True: the sandbox answered"),
    recorded_at: instant("UTC"),
  })
  .strict();
export type RunRow = z.infer<typeof runRow>;
