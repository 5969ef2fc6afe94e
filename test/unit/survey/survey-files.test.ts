import { describe, expect, it } from "@jest/globals";
import { changedRow, fileOf, readText, surveyFixture } from "../../support/survey-scene.ts";
import { buildWorkbook, type SheetCell } from "../../support/survey-workbook.ts";

const legacy = surveyFixture("legacy");

describe("text files", () => {
  it.each([
    ["lines ending in CR alone", legacy.replaceAll("\n", "\r")],
    ["lines ending in CRLF", legacy.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${legacy}`],
    ["UTF-16 with a byte order mark", Buffer.from(`\uFEFF${legacy}`, "utf16le")],
    ["empty lines", legacy.replaceAll("\n", "\n\n")],
    ["empty rows", `${legacy}${",".repeat(30)}\n`],
  ])("are read with %s", async (_, content) => {
    const expected = await readText(legacy);
    const { services, reading } = await readText(content);
    expect(services).toEqual(expected.services);
    expect(reading.rowsRead).toBe(3);
  });

  it("names the line of a row below lines with breaks in quotes", async () => {
    const rows = [changedRow("legacy", { note1: '"two\nlines"' }), changedRow("legacy", { id: "9", period: "soon" })];
    await expect(readText(fileOf("legacy", rows))).rejects.toThrow('line 4: period: "soon" is no quarter');
  });
});

describe("rows that come again", () => {
  it("count once where id, period and words are the same", async () => {
    const rows = [changedRow("legacy", {}), changedRow("legacy", { "cc1 lcu fee": "7.00" })];
    const { services, reading } = await readText(fileOf("legacy", rows));
    expect(services).toHaveLength(2);
    expect(reading).toMatchObject({ rowsRead: 2, rowsRepeated: 1 });
  });

  it("count twice under another id, with a flag", async () => {
    const rows = [changedRow("legacy", {}), changedRow("legacy", { id: "9" })];
    const { services } = await readText(fileOf("legacy", rows));
    expect(services.map(({ surveyId, flags }) => [surveyId, flags])).toEqual([
      ["1/200", []],
      ["1/500", []],
      ["9/200", ["repeated_service"]],
      ["9/500", ["repeated_service"]],
    ]);
  });

  it("are refused under the same id of the same period with other words", async () => {
    const rows = [changedRow("legacy", {}), changedRow("legacy", { "cc1 lcu fee": "8" })];
    await expect(readText(fileOf("legacy", rows))).rejects.toThrow(
      "line 3: id: 1 of 2013-Q1 says something else in line 2",
    );
  });
});

describe("files that are wrong", () => {
  it.each([
    ["a word for a figure", { "cc1 lcu fee": "seven" }, 'cc1 fee: "seven" is no figure'],
    [
      "a figure with more digits than an export holds",
      { "cc1 fx margin": "0.1234567890123456789" },
      'cc1 margin: "0.1234567890123456789" has more than 20 digits before or 18 after its point',
    ],
    ["a figure that large", { "cc1 lcu fee": "1e20" }, 'cc1 fee: "1e20" has more than 20 digits'],
    ["an unknown country", { source_code: "ZZZ" }, 'source: "ZZZ" is no known country: see config/countries.json'],
    ["an unknown word for transparent", { transparent: "maybe" }, 'transparent: "maybe" is neither yes nor no'],
    ["no firm", { firm: " " }, "firm: the cell is empty"],
    ["no id", { id: "" }, "id: the cell is empty"],
    ["text that is not UTF-8", { firm: "Caf\uFFFD" }, "holds characters that are not UTF-8 text"],
  ])("say line and cell of %s", async (_, cells, problem) => {
    const rows = [changedRow("legacy", {}), changedRow("legacy", { id: "9", ...cells })];
    await expect(readText(fileOf("legacy", rows))).rejects.toThrow(`1 of 2 rows make no sense, so nothing is stored:
  line 3: ${problem}`);
  });

  it("say which row is too short or too long", async () => {
    const short = changedRow("legacy", { id: "8" }).split(",").slice(0, 12).join(",");
    const long = `${changedRow("legacy", { id: "9" })},x`;
    const reading = readText(fileOf("legacy", [changedRow("legacy", {}), short, long]));
    await expect(reading).rejects.toThrow(/line 3: ends after 12 of 31 cells\n {2}line 4: 32 cells below 31 headers/);
  });

  it("are read without the one row in a hundred that makes no sense", async () => {
    const rows = Array.from({ length: 100 }, (_, n) => changedRow("legacy", { id: `${n}` }));
    rows[57] = changedRow("legacy", { id: "57", period: "2013" });
    const { reading, services } = await readText(fileOf("legacy", rows));
    expect(services).toHaveLength(198);
    expect(reading.refused).toEqual([
      { sheet: null, line: 59, problem: 'period: "2013" is no quarter such as 2014_2Q' },
    ]);
  });

  it.each([
    ["nothing", "", "has no header of Remittance Prices Worldwide"],
    ["another table", "a,b\n1,2\n", "has no header of Remittance Prices Worldwide"],
    ["a header alone", legacy.split("\n")[0] ?? "", "has a header and no rows"],
    [
      "a missing column",
      legacy.replace("cc1 total cost %", "cost"),
      'line 1: the legacy layout lacks "cc1 total cost %"',
    ],
    ["a column twice", legacy.replace("note2", "note1"), 'line 1: two columns say "note1"'],
    ["quotes that never close", legacy.replace("Alpha", '"Alpha'), "not a CSV file"],
    ["a damaged workbook", "PK\u0003\u0004 and then nothing", "not a workbook"],
  ])("say that they hold %s", async (_, content, problem) => {
    await expect(readText(content)).rejects.toThrow(problem);
  });
});

describe("workbooks", () => {
  const rows = legacy
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));
  const [header = [], first = []] = rows;
  const place = (column: string) => header.indexOf(column);
  const withCells = (cells: Readonly<Record<string, SheetCell>>): SheetCell[] => {
    const row: SheetCell[] = [...first];
    for (const [column, cell] of Object.entries(cells)) row[place(column)] = cell;
    return row;
  };

  it("are read sheet by sheet, below a title, and say which sheets hold no survey", async () => {
    const workbook = buildWorkbook({
      Legend: [["id", "what it is"]],
      "Dataset (up to Q1 2016)": [["Remittance Prices Worldwide"], [], header, [...first, "", "junk"]],
    });
    const { services, reading } = await readText(workbook);
    expect(services).toEqual((await readText(fileOf("legacy", [first.join(",")]))).services);
    expect(reading.otherSheets).toEqual(["Legend"]);
  });

  it("give numbers the digits people see, days their day, and formulas what they showed", async () => {
    const row = withCells({
      "cc1 lcu fee": 7.000000000000001,
      "cc1 lcu fx rate": 1.11e-5,
      "cc1 total cost %": { xml: "<c><f>SUM(M2:O2)</f><v>6.25</v></c>" },
      "cc2 lcu fee": { xml: '<c t="str"><f>"9"</f><v>9</v></c>' },
      "cc2 fx margin": { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' },
      firm: { xml: '<c t="inlineStr"><is><t>Alpha &amp; Sons_x000D_</t></is></c>' },
      date: { xml: '<c s="3"><v>41408.6</v></c>' },
      corridor: { xml: '<c t="str"><f>C2&amp;D2</f><v>BELMAR</v></c>' },
    });
    const { services } = await readText(buildWorkbook({ Data: [header, row] }));
    expect(services[0]).toMatchObject({
      firm: "Alpha & Sons",
      fee: "7",
      rate: "0.0000111",
      totalCostPct: "6.25",
      surveyedOn: "2013-05-14",
      corridor: "BEL-MAR",
      flags: ["formula_error"],
    });
    expect(services[1]).toMatchObject({ fee: "9", fxMarginPct: null });
  });

  it("name sheet and row of what is wrong", async () => {
    const workbook = buildWorkbook({ Data: [header, withCells({ period: "2013" })] });
    await expect(readText(workbook)).rejects.toThrow('sheet "Data", line 2: period: "2013" is no quarter');
  });

  it("are refused where they count days from 1904 or hold no survey", async () => {
    const odd = buildWorkbook({ Data: [header] }, '<workbookPr date1904="1"/>');
    await expect(readText(odd)).rejects.toThrow("counts its days from 1904");
    const other = buildWorkbook({ One: [["a"]], Two: [["b"]] });
    await expect(readText(other)).rejects.toThrow(
      "has no header of Remittance Prices Worldwide in any of its sheets (One, Two)",
    );
  });
});
