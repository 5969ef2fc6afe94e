import { posix } from "node:path";
import { SourceShapeError } from "@openremit/shared/domain";
import type { Zip } from "./open-zip.ts";
import { parseWhole } from "./parse-elements.ts";

const workbookPart = "xl/workbook.xml";

export interface SheetPlace {
  readonly name: string;
  /** Its file in the archive. */
  readonly part: string;
}

export interface WorkbookPlaces {
  readonly sheets: readonly SheetPlace[];
  readonly sharedStrings: string;
}

/** Where a workbook keeps its sheets. SourceShapeError where it is none, or counts its days from 1904. */
export async function listSheets(zip: Zip): Promise<WorkbookPlaces> {
  if (!zip.has(workbookPart)) throw new SourceShapeError("a ZIP archive that holds no workbook");
  const targets = await readTargets(zip);
  const sheets: SheetPlace[] = [];
  await parseWhole(zip.read(workbookPart), {
    open(tag, attributes) {
      if (tag === "workbookPr" && /^(1|true)$/.test(attributes.date1904 ?? "")) {
        throw new SourceShapeError("a workbook that counts its days from 1904: save it with the usual calendar");
      }
      if (tag !== "sheet") return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1] ?? "";
      const part = targets.get(id);
      if (part !== undefined && zip.has(part)) sheets.push({ name: attributes.name ?? "", part });
    },
    text: () => undefined,
    close: () => undefined,
  });
  const sharedStrings = [...targets.values()].find((part) => part.endsWith("sharedStrings.xml"));
  return { sheets, sharedStrings: sharedStrings ?? "" };
}

async function readTargets(zip: Zip): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await parseWhole(zip.read("xl/_rels/workbook.xml.rels"), {
    open(tag, { Id: id, Target: target }) {
      if (tag !== "Relationship" || id === undefined || target === undefined) return;
      targets.set(id, target.startsWith("/") ? target.slice(1) : posix.join("xl", target));
    },
    text: () => undefined,
    close: () => undefined,
  });
  return targets;
}
