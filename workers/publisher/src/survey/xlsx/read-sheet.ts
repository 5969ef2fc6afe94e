import type { TableRow } from "../table.ts";
import { cellWords } from "./cell-words.ts";
import { numberText } from "./number-text.ts";
import { parseElements } from "./parse-elements.ts";

/**
 * The rows of a sheet, top to bottom, cells as text; of a formula the value it showed when the workbook was saved. No
 * row is read before it is asked for but those that came in the same piece.
 */
export async function* readSheet(pieces: AsyncIterable<string>, strings: readonly string[]): AsyncGenerator<TableRow> {
  const rows: TableRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let type = "";
  let value = "";
  let isValue = false;
  const whole = parseElements(pieces, {
    open(tag, attributes) {
      if (tag === "c") {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        type = attributes.t ?? "n";
        value = "";
      } else if (tag === "row") {
        line = attributes.r === undefined ? line + 1 : Number.parseInt(attributes.r, 10);
        cells = [];
        column = -1;
      }
      isValue = tag === "v" || tag === "t";
    },
    text(text) {
      if (isValue) value += text;
    },
    close(tag) {
      isValue = false;
      if (tag === "c" && value !== "") {
        while (cells.length < column) cells.push("");
        cells[column] = cellText(type, value, strings);
      } else if (tag === "row") {
        rows.push({ line, cells });
      }
    },
  });
  for await (const _ of whole) {
    yield* rows;
    rows.length = 0;
  }
}

function cellText(type: string, value: string, strings: readonly string[]): string {
  switch (type) {
    case "s":
      return strings[Number.parseInt(value, 10)] ?? "";
    case "n":
      return numberText(value);
    case "b":
      return value === "1" ? "true" : "false";
    default:
      return cellWords(value);
  }
}

const letterA = 64;
const lettersInAlphabet = 26;

/** `B7` is 1, `AA7` is 26. */
function columnOf(reference: string): number {
  let column = 0;
  for (let place = 0; place < reference.length; place += 1) {
    const letter = reference.charCodeAt(place) - letterA;
    if (letter < 1 || letter > lettersInAlphabet) break;
    column = column * lettersInAlphabet + letter;
  }
  return column - 1;
}
