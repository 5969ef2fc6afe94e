import { type Decimal, decimalText, fixedText, roundHalfUp } from "@openremit/shared/domain";
import { daysBackFrom, isTargetDay, lastEcbDay } from "../model/calendar.ts";
import { ecbPlaces } from "../model/currencies.ts";
import type { Market } from "../model/market.ts";
import { openRobots, type SimulatedRequest, type SimulatedSource } from "../simulated-source.ts";

/** Calendar days per file. The invented history goes back two years. */
const filePages: ReadonlyMap<string, number> = new Map([
  ["/stats/eurofxref/eurofxref-daily.xml", 1],
  ["/stats/eurofxref/eurofxref-hist-90d.xml", 90],
  ["/stats/eurofxref/eurofxref-hist.xml", 730],
]);

const head = {
  xml: '<?xml version="1.0" encoding="UTF-8"?>',
  envelope:
    '<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">',
  subject: "<gesmes:subject>Reference rates</gesmes:subject>",
};

/** The daily file is spread over lines with single quotes and all places; the others are one line, shortened. */
export const ecb: SimulatedSource = {
  key: "ecb",
  field: "rate=",
  robots: openRobots,
  answer({ method, path }: SimulatedRequest, market: Market) {
    const reach = filePages.get(path);
    if (method !== "GET" || reach === undefined) return null;
    const days = daysBackFrom(lastEcbDay(market.at), reach).filter(isTargetDay);
    const body = reach === 1 ? dailyFile(market, days) : historyFile(market, days);
    return { status: 200, contentType: "text/xml", body };
  },
};

function dailyFile(market: Market, days: readonly string[]): string {
  const cubes = days.map((day) => {
    const rows = ratesOf(market, day).map(
      ({ currency, rate, places }) => `\t\t\t<Cube currency='${currency}' rate='${fixedText(rate, places)}'/>\n`,
    );
    return `\t\t<Cube time='${day}'>\n${rows.join("")}\t\t</Cube>\n`;
  });
  const sender = "\t<gesmes:Sender>\n\t\t<gesmes:name>European Central Bank</gesmes:name>\n\t</gesmes:Sender>\n";
  return `${head.xml}\n${head.envelope}\n\t${head.subject}\n${sender}\t<Cube>\n${cubes.join("")}\t</Cube>\n</gesmes:Envelope>\n`;
}

function historyFile(market: Market, days: readonly string[]): string {
  const cubes = days.map((day) => {
    const rows = ratesOf(market, day).map(
      ({ currency, rate }) => `<Cube currency="${currency}" rate="${decimalText(rate)}"/>`,
    );
    return `<Cube time="${day}">${rows.join("")}</Cube>`;
  });
  const sender = "<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>";
  return `${head.xml}${head.envelope}${head.subject}${sender}<Cube>${cubes.join("")}</Cube></gesmes:Envelope>`;
}

function ratesOf(market: Market, day: string): readonly { currency: string; rate: Decimal; places: number }[] {
  return [...ecbPlaces].map(([currency, places]) => ({
    currency,
    rate: roundHalfUp(market.dayMid("EUR", currency, day), places),
    places,
  }));
}
