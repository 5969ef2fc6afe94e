import { writeFile } from "node:fs/promises";

/** As many service rows as the World Bank's own file of 2011 to 2014 has. */
export const legacyRows = 28_467;

const header =
  "id,period,source_code,destination_code,firm,firm_type,product,sending location,speed actual,cc1 lcu amount,cc1 denomination amount,cc1 lcu code,cc1 lcu fee,cc1 lcu fx rate,cc1 fx margin,cc1 total cost %,cc2 lcu amount,cc2 denomination amount,cc2 lcu code,cc2 lcu fee,cc2 lcu fx rate,cc2 fx margin,cc2 total cost %,inter lcu bank fx,transparent,note1,note2,coverage,pick-up method,date,corridor";
const periods = ["2011_1Q", "2011_3Q", "2012_1Q", "2012_3Q", "2013_1Q", "2013_2Q", "2013_3Q", "2013_4Q"];
const senders = ["BEL", "USA", "GBR", "FRA", "AUS", "DEU"];
const receivers = ["MAR", "PHL", "IND", "CHN", "SEN", "COD", "TUR", "VNM", "BRA"];
const note =
  "In this invented corridor both firms send and pay out in one currency; at the point of collection the money may be converted, which may cost the recipient something that is not shown here.";

/** A file in the layout to Q1 2016 with invented prices; every row another service. */
export async function writeLegacyCsv(path: string, rows = legacyRows): Promise<void> {
  const lines = Array.from({ length: rows }, (_, number) => lineOf(number));
  await writeFile(path, `${[header, ...lines].join("\r\n")}\r\n`);
}

function lineOf(number: number): string {
  const source = senders[number % senders.length];
  const destination = receivers[number % receivers.length];
  const period = periods[Math.floor((number * periods.length) / legacyRows)] ?? periods[0];
  // Cents as whole numbers: what is published has two places.
  const fee = 300 + ((number * 37) % 1_200);
  const margin = (number * 13) % 500;
  const transparent = number % 10 !== 0;
  const shown = transparent ? margin : 0;
  return [
    number + 1,
    period,
    source,
    destination,
    `Firm ${number % 311}`,
    number % 3 === 0 ? "Bank" : "Money Transfer Operator",
    number % 2 === 0 ? "Cash to cash" : "Account to account",
    "Not available",
    number % 5 === 0 ? "3-5 days" : "Less than one hour",
    "140,200,EUR",
    places(fee),
    transparent ? `11.${1_000 + (number % 9_000)}` : "1",
    places(shown),
    places(Math.round(fee / 1.4) + shown),
    "345,500,EUR",
    places(fee + 200),
    transparent ? `11.${1_000 + (number % 9_000)}` : "1",
    places(shown),
    places(Math.round((fee + 200) / 3.45) + shown),
    "11.3190",
    transparent ? "yes" : "no",
    number % 3 === 0 ? `"${note}"` : "",
    "",
    "Nationwide",
    number % 2 === 0 ? "Cash" : "Bank Account",
    "14/May/2013",
    `${source}${destination}`,
  ].join();
}

function places(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}
