import { z } from "zod";
import { instant } from "./primitives.ts";

export const robotsResults = ["allowed", "no_robots", "unreachable", "disallowed", "not_asked"] as const;

/** What robots.txt said about a visit. */
export const robotsFinding = z
  .object({
    result: z
      .enum(robotsResults)
      .describe(
        "`no_robots`: the host has none, which allows everything; `unreachable`: it could not be read, so nothing was asked; `not_asked`: nobody was asked, as in a replayed recording",
      ),
    readAt: instant.nullable().describe("When it was read: up to a day before the visit; null where it was not"),
  })
  .strict()
  .meta({ id: "RobotsFinding" });
export type RobotsFinding = z.infer<typeof robotsFinding>;

/** Of a visit that asked nobody. */
export const robotsNotAsked: RobotsFinding = { result: "not_asked", readAt: null };
