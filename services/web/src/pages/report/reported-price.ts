import { type QuoteObservation, receiptParams } from "@openremit/shared/contracts";
import { NoFreshDataError, NotCoveredError } from "@openremit/shared/domain";
import type { SiteContext } from "../../site/page.ts";
import { PageProblem } from "../../site/page-problem.ts";

/** The price somebody says is wrong, as we recorded it. */
export interface ReportedPrice {
  readonly quote: QuoteObservation;
  readonly providerName: string;
}

/**
 * @throws PageProblem 404 where nobody recorded such a price, 503 where the record is out of reach.
 */
export async function readReportedPrice(
  quoteId: string,
  { comparison }: Pick<SiteContext, "comparison">,
): Promise<ReportedPrice> {
  if (!receiptParams.safeParse({ quoteId }).success) throw new PageProblem(404, "report.no_such_price");
  const { answer } = await comparison.receipt(quoteId).catch(inWords);
  const last = answer.revisions.at(-1);
  if (last === undefined) throw new PageProblem(404, "report.no_such_price");
  return { quote: last.quote, providerName: answer.provider.name };
}

function inWords(cause: unknown): never {
  if (cause instanceof NotCoveredError) throw new PageProblem(404, "report.no_such_price", {}, { cause });
  if (cause instanceof NoFreshDataError) throw new PageProblem(503, "report.not_kept", {}, { cause });
  throw cause;
}
