import { fixedText } from "@openremit/shared/domain";
import { LosslessNumber } from "lossless-json";
import { bankDays } from "../model/bank-days.ts";
import { jsonAnswer, openRobots, type SimulatedSource } from "../simulated-source.ts";

const listed = [
  ["1", "USD"],
  ["1", "GBP"],
  ["1", "EUR"],
  ["100", "JPY"],
  ["1", "AED"],
  ["10000", "IDR"],
] as const;

/** A range of days, newest first; six places, zeros kept. */
export const fbil: SimulatedSource = {
  key: "fbil",
  field: '"subProdName"',
  robots: openRobots,
  answer({ method, path, query }, market) {
    const [from, to] = [query.get("fromDate"), query.get("toDate")];
    if (method !== "GET" || path !== "/wasdm/refrates/fetchfiltered" || from === null || to === null) return null;
    const days = bankDays(market.at, 8, 400).filter((day) => day >= from && day <= to);
    const rows = days.flatMap((day) =>
      listed.map(([unit, code]) => ({
        processRunDate: `${day} 00:00:00`,
        subProdName: `INR / ${unit} ${code}`,
        displayTime: `${day} 13:00:00`,
        rate: new LosslessNumber(`${fixedText(market.dayMid(code, "INR", day).times(unit), 4)}00`),
        comments: "",
      })),
    );
    return jsonAnswer(rows);
  },
};
