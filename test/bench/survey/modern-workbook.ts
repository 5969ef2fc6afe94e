import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type CellValue, writeXlsxStream } from "hucre/xlsx";

const headers =
  "id,period,source_code,source_name,source_region,source_income,source_lending,source_G8G20,destination_code,destination_name,destination_region,destination_income,destination_lending,destination_G8G20,firm,firm_type,payment instrument,access point,speed actual,cc1 lcu amount,cc1 denomination amount,cc1 lcu code,cc1 lcu fee,cc1 lcu fx rate,cc1 fx margin,cc1 total cost %,cc2 lcu amount,cc2 denomination amount,cc2 lcu code,cc2 lcu fee,cc2 lcu fx rate,cc2 fx margin,cc2 total cost %,inter lcu bank fx,transparent,Standard Note,note2,receiving network coverage,pickup location,pickup method,date,corridor".split(
    ",",
  );
const receivers = [
  ["MAR", "Morocco"],
  ["PHL", "Philippines"],
  ["IND", "India"],
  ["COD", "Congo, Dem. Rep."],
] as const;
const note = "An invented sentence, as long as those that explain why a figure of this service may be below zero.";

/** A workbook in the layout since Q2 2016 with invented prices, and cells behind its last column. */
export async function writeModernWorkbook(path: string, rows: number): Promise<void> {
  const columns = headers.map((header) => ({ header }));
  // Shared strings, as Excel writes them: the harder case for a reader's memory.
  const workbook = writeXlsxStream(lines(rows), { name: "Dataset (from Q2 2016)", columns, inlineStrings: false });
  await pipeline(Readable.from(piecesOf(workbook)), createWriteStream(path));
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function* lines(rows: number): Generator<CellValue[]> {
  for (let number = 0; number < rows; number += 1) yield lineOf(number);
}

function lineOf(number: number): CellValue[] {
  const [code, name] = receivers[number % receivers.length] ?? receivers[0];
  const year = 2016 + (Math.floor(number / 20_000) % 10);
  const fee = (300 + ((number * 37) % 1_200)) / 100;
  const margin = ((number * 13) % 500) / 100;
  const total = (amount: number) => Math.round((fee / amount) * 10_000 + margin * 100) / 100;
  return [
    ...[
      number + 1,
      `${year}_${3 + (number % 2)}Q`,
      "BEL",
      "Belgium",
      "Europe & Central Asia",
      "High income",
      "..",
      "..",
    ],
    ...[code, name, "A region", "Lower middle income", "IDA", "..", `Firm ${number % 611}`, "Money Transfer Operator"],
    ...["Cash", "Agent", "Less than one hour", 140, 200, "EUR", fee, 11.0375, margin, total(140)],
    ...[345, 500, "EUR", fee, 11.0375, margin, total(345), 11.3190421, number % 2 === 0 ? "Yes" : "yes"],
    ...[number % 3 === 0 ? note : null, `Note ${number % 7_000}`, "High", "Agent", "Cash", "2024-11-18 00:00:00"],
    ...[`BEL${code}`, `junk ${number % 9}`, null, "BEL25"],
  ];
}
