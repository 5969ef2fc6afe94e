import { fixedText } from "@openremit/shared/domain";
import { bankDays } from "../model/bank-days.ts";
import { openRobots, type SimulatedSource } from "../simulated-source.ts";

const listed = "USD EUR GBP JPY CAD CHF CNY ZAR AUD SEK".split(" ");
const page = /^\/marche-des-changes\/cours-de-change\/(\d{4}-\d\d-\d\d)$/;

/** A page per day; a day without publication is not there. */
export const bcc: SimulatedSource = {
  key: "bcc",
  field: "cours moyen",
  robots: openRobots,
  answer({ method, path }, market) {
    const day = page.exec(path)?.[1];
    if (method !== "GET" || day === undefined || !bankDays(market.at, 20, 400).includes(day)) return null;
    const pairs = listed.map(
      (code) => `<dt>${code} (cours moyen)</dt><dd>${fixedText(market.dayMid(code, "CDF", day), 4)}</dd>\n`,
    );
    const body = `<!DOCTYPE html><html lang="fr"><body><h1>Cours de change</h1><dl>\n${pairs.join("")}</dl></body></html>`;
    return { status: 200, contentType: "text/html; charset=utf-8", body };
  },
};
