/**
 * A tariff of config/tariffs: its figures were read by a person, and this adapter reads none. The visit looks whether
 * the document is still the one that was read, byte by byte, and says what a person has to do where it is not.
 * Publishes: what config says, dated by the review and never newer, each line for every corridor it names.
 * Quirks: what comes for a PDF and is none is no new edition: a page that says it has moved, a captcha. A page that is
 * put together anew for every visitor never keeps its hash: name the PDF, or leave the hash null.
 */
import type { PublishedQuote, TariffConfig, TariffOffer } from "@openremit/shared/contracts";
import { type Corridor, SourceShapeError, startOfDay } from "@openremit/shared/domain";
import type { ParsedQuotes, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { answerOf } from "../one-visit.ts";
import { unsaid } from "../unsaid.ts";

const version = "1";

/** The adapter of one tariff. */
export function createTariffAdapter(tariff: TariffConfig): QuoteAdapter {
  const { key, reviewed } = tariff;
  return {
    key,
    version,
    scope: "all",
    plan: () => [{ method: "GET", url: reviewed.url }],
    parse(answers: readonly SourceAnswer[], { corridors }: QuoteTask): ParsedQuotes {
      const { body, bodySha256 } = answerOf(answers);
      if (isPdf(reviewed.url) && !body.startsWith("%PDF")) {
        throw new SourceShapeError("asked for a PDF, answered with something else");
      }
      const isChanged = reviewed.sha256 !== null && reviewed.sha256 !== bodySha256;
      return {
        quotes: corridors.flatMap((corridor) => quotesIn(corridor, tariff)),
        setAside: reviewed.sha256 === bodySha256 ? [] : [noticeOf(tariff, bodySha256)],
        precision: reviewed.precision,
        flags: isChanged ? ["tariff_changed"] : [],
      };
    },
  };
}

function isPdf(url: string): boolean {
  return new URL(url).pathname.toLowerCase().endsWith(".pdf");
}

/** What a person has to do about a document that is not, or not known to be, the one that was read. */
function noticeOf({ key, reviewed: { url: subject, sha256, on } }: TariffConfig, found: string): SetAside {
  const file = `config/tariffs/${key}.json`;
  if (sha256 === null) {
    const detail = `Nobody has hashed the document. Hold it against ${file}; where the figures are those of the document, write "${found}" into reviewed.sha256 and the day into reviewed.on.`;
    return { code: "tariff_unhashed", subject, detail };
  }
  const detail = `The document is not the one that was read on ${on}. Read it, correct the figures of ${file}, then write "${found}" into reviewed.sha256 and the day into reviewed.on. Until then its figures are shown as of ${on}.`;
  return { code: "tariff_changed", subject, detail };
}

function quotesIn(corridor: Corridor, tariff: TariffConfig): PublishedQuote[] {
  return tariff.offers
    .filter((offer) => isOffered(offer, corridor, tariff))
    .flatMap((offer) => quotesOf(offer, corridor, tariff));
}

function isOffered({ corridors, receiveCurrencies }: TariffOffer, corridor: Corridor, tariff: TariffConfig): boolean {
  const { id, sendCountry, sendCurrency, receiveCurrency } = corridor;
  return (
    sendCountry === tariff.sendCountry &&
    sendCurrency === tariff.sendCurrency &&
    (corridors === "all" || corridors.includes(id)) &&
    (receiveCurrencies === "all" || receiveCurrencies.includes(receiveCurrency))
  );
}

/** One quote for a schedule or an undisclosed fee, else one for each amount the document speaks of. */
function quotesOf(offer: TariffOffer, corridor: Corridor, { provider, reviewed }: TariffConfig): PublishedQuote[] {
  const { payIn, payOut, charges, feePlacement, feeSchedule, band, rate, fxMarginPct, payOutFee, speed } = offer;
  const samples = offer.feeSamples ?? [{ amount: null, fee: null }];
  return samples.map(({ amount, fee }) => ({
    ...unsaid,
    provider,
    corridor,
    payIn,
    payOut,
    payInCode: codeOf(offer),
    payOutCode: null,
    charges,
    feePlacement,
    amount,
    fee,
    feeSchedule,
    rate,
    fxMarginPct,
    payOutFee,
    received: null,
    band,
    priceKind: "standing",
    speed,
    observedAt: startOfDay(reviewed.on).toISOString(),
  }));
}

/** The charge option and the line, as the document has them: `SHA, online`. */
function codeOf({ charges, line }: TariffOffer): string | null {
  const parts = [charges?.toUpperCase(), line].filter((part) => part !== undefined && part !== null);
  return parts.length === 0 ? null : parts.join(", ");
}
