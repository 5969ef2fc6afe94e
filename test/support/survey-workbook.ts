import { strToU8, zipSync } from "fflate";

/** A cell as its XML, or a text or number of which it is made. */
export type SheetCell = string | number | { readonly xml: string };

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook as Excel writes it: texts shared by number, sheets before their texts in the archive. */
export function buildWorkbook(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
  workbookPr = "",
): Uint8Array {
  const strings: string[] = [];
  const names = Object.keys(sheets);
  const parts = names.map(
    (name, place) => [`xl/worksheets/sheet${place + 1}.xml`, sheetXml(sheets[name] ?? [])] as const,
  );
  const list = names.map((name, place) => `<sheet name="${name}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`);
  const targets = names.map((_, place) => relation(place + 1, "worksheet", `worksheets/sheet${place + 1}.xml`));
  const files: Readonly<Record<string, string>> = {
    "xl/workbook.xml": `${head}<workbook ${main} xmlns:r="${relations}">${workbookPr}<sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships>${targets.join("")}${relation(0, "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    ...Object.fromEntries(parts),
    "xl/sharedStrings.xml": `${head}<sst ${main}>${strings.join("")}</sst>`,
  };
  return zipSync(Object.fromEntries(Object.entries<string>(files).map(([name, text]) => [name, strToU8(text)])));

  function sheetXml(rows: readonly (readonly SheetCell[])[]): string {
    const lines = rows.map(
      (row, place) => `<row r="${place + 1}">${row.map((cell, at) => cellXml(cell, at, place + 1)).join("")}</row>`,
    );
    return `${head}<worksheet ${main}><sheetData>${lines.join("")}</sheetData></worksheet>`;
  }

  function cellXml(cell: SheetCell, column: number, row: number): string {
    if (cell === "") return "";
    const reference = `${letters(column)}${row}`;
    if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
    if (typeof cell === "object") return cell.xml.replace("<c", `<c r="${reference}"`);
    strings.push(`<si><r><t>${escaped(cell.slice(0, 1))}</t></r><r><t>${escaped(cell.slice(1))}</t></r></si>`);
    return `<c r="${reference}" t="s"><v>${strings.length - 1}</v></c>`;
  }
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
