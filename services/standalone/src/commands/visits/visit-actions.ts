import { InputError } from "@openremit/shared/domain";
import type { Clock } from "@openremit/shared/runtime";
import { type Database, decideVisit, findVisit, readNearVisits, readVisits } from "@openremit/shared/storage";
import type { ModeOption } from "../options.ts";
import type { VisitActions } from "./program.ts";
import { visitLines, visitTable } from "./visit-lines.ts";

interface VisitTool {
  readonly withDatabase: (option: ModeOption, work: (database: Database) => Promise<void>) => Promise<void>;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

/** What `npm run visits` does. */
export function createVisitActions({ withDatabase, clock, say }: VisitTool): VisitActions {
  return {
    list: (options) =>
      withDatabase(options, async (database) => {
        const { count, visits } = await readVisits(database, options.state);
        const near = await readNearVisits(
          database.db,
          visits.map(({ visitId }) => visitId),
        );
        say(visits.length === 0 ? "There is no such visit." : visitTable(visits, near));
        if (count > visits.length) say(`${visits.length} of ${count}.`);
      }),
    show: (id, options) =>
      withDatabase(options, async (database) => {
        for (const line of visitLines(await findVisit(database, id))) say(line);
      }),
    accept: (id, options) =>
      withDatabase(options, async (database) => {
        const { visitId, entries } = await findVisit(database, id);
        const { entry, why } = options;
        const [named, other] = entries.filter(({ entryId }) => entry !== undefined && entryId.startsWith(entry));
        if (entry !== undefined && (named === undefined || other !== undefined)) {
          throw new InputError(`The visit has no one entry ${entry}. npm run visits -- show ${id} lists them.`);
        }
        const entryId = named?.entryId ?? null;
        await decideVisit(database, { visitId, state: "accepted", entryId, why, now: clock.now() });
        say(`Visit ${visitId} is accepted. The recorder shows it within seconds.`);
      }),
    refuse: (id, options) =>
      withDatabase(options, async (database) => {
        const { visitId, state } = await findVisit(database, id);
        await decideVisit(database, { visitId, state: "refused", entryId: null, why: options.why, now: clock.now() });
        say(`Visit ${visitId} is refused. Its entries stay in the record.`);
        if (state !== "accepted") return;
        say("The recorder takes its price back within seconds, and says why in the public log.");
      }),
  };
}
