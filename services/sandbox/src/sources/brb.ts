import { fixedText } from "@openremit/shared/domain";
import { bankDays, spreadAround } from "../model/bank-days.ts";
import type { Market } from "../model/market.ts";
import { openRobots, type SimulatedSource } from "../simulated-source.ts";

/** The list of bulletins, with the three currencies of the day beside it. */
export const brb: SimulatedSource = {
  key: "brb",
  field: "views-field-field-moyen",
  robots: openRobots,
  answer({ method, path }, market) {
    if (method !== "GET" || path !== "/en/affichagetoustauxchange") return null;
    const days = bankDays(market.at, 8, 14);
    const body = `<!DOCTYPE html>\n<html lang="en">\n<body>\n${tableOf(market, days[0] ?? "")}${listOf(days)}</body>\n</html>\n`;
    return { status: 200, contentType: "text/html; charset=UTF-8", body };
  },
};

function tableOf(market: Market, day: string): string {
  const rows = [
    ["USD", market.dayMid("USD", "BIF", day)],
    ["EUR", market.dayMid("EUR", "BIF", day)],
    ["DTS", market.dayMid("USD", "BIF", day).times("1.366")],
  ] as const;
  const cells = rows.map(([name, mid]) => {
    const { buying, selling } = spreadAround(mid, "8", 4);
    const cell = (field: string, text: string) => `<td class="views-field views-field-field-${field}"> ${text} </td>\n`;
    const sides = [cell("acheteur", buying), cell("moyen", fixedText(mid, 4)), cell("vendeur", selling)];
    return `<tr>\n${cell("code-pays", `<a href="/node/1">${name}</a>`)}${sides.join("")}</tr>\n`;
  });
  return `<h2>Taux de change du jour</h2>\n<table>\n<tbody>\n${cells.join("")}</tbody>\n</table>\n`;
}

function listOf(days: readonly string[]): string {
  const links = days.map((day) => {
    const file = `Cours%20de%20change%20du%20${day.split("-").toReversed().join("-")}.pdf`;
    return `<a href="/sites/default/files/${day.slice(0, 7)}/${file}">${decodeURIComponent(file)}</a>\n`;
  });
  return `<div class="view-content">\n${links.join("")}</div>\n`;
}
