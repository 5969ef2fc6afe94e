import { randomUUID } from "node:crypto";
import type { QuoteObservation } from "../../contracts/index.ts";
import { readQuoteRevisions, withdrawnFlag } from "../postgres/read-quotes.ts";
import { visitQuoteId } from "./visit-quote.ts";
import { type PublishingContext, recordVisits } from "./visit-runs.ts";

/**
 * Says of a visit that is shown no more that it was taken back: the record keeps its price with a revision that says so, and
 * the public log has a line. A crash on the way leaves it to be said again, which changes nothing that was done.
 */
export async function tellWithdrawn(visitId: string, context: PublishingContext): Promise<void> {
  const { pool } = context.database;
  const [last] = await readQuoteRevisions(context.database, visitQuoteId(visitId));
  if (last === undefined) {
    await pool.query("update visits set to_withdraw = false where visit_id = $1", [visitId]);
    return;
  }
  const { quote } = last;
  const now = context.now();
  if (!quote.flags.includes(withdrawnFlag)) {
    const withdrawn = { ...quote, flags: [...quote.flags, withdrawnFlag], fetchedAt: now.toISOString() };
    await recordVisits(context, { runId: randomUUID(), now, covers: [], quotes: [withdrawn] });
  }
  await pool.query(
    `with done as (update visits set to_withdraw = false where visit_id = $1 returning corridor_key)
     insert into corrections (published_at, corridor_key, provider, quote_id, what, why)
     select $2, done.corridor_key, $3, $4, $5, d.why from done, visit_decisions d
     where d.visit_id = $1 order by d.decision_id desc limit 1`,
    [visitId, now, quote.provider, quote.quoteId, describeVisit(quote)],
  );
}

/** In the words of the public log. */
function describeVisit({ corridor, amount, fee, rate, received, observedAt }: QuoteObservation): string {
  const { sendCurrency: sent, receiveCurrency: paidOut } = corridor;
  const told = [
    fee === null ? [] : [`a fee of ${fee} ${sent}`],
    rate === null ? [] : [`a rate of ${rate}`],
    received === null ? [] : [`${received} ${paidOut} that arrive`],
  ].flat();
  return `A visit to the shop is taken back: ${told.join(", ")} (at ${amount} ${sent}, seen ${observedAt.slice(0, 10)}).`;
}
