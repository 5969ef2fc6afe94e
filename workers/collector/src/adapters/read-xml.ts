import { SourceShapeError } from "@openremit/shared/domain";
import { type X2jOptions, XMLParser, XMLValidator } from "fast-xml-parser";

/**
 * Reads a source's XML: every value stays the text it was published as, and no entity is expanded. What is cut short, has
 * an entity of its own, or is nested or named as no table is: SourceShapeError.
 */
export function readXml(body: string, options: X2jOptions): unknown {
  const verdict = XMLValidator.validate(body);
  if (verdict !== true) throw new SourceShapeError(`the answer is not whole XML: ${verdict.err.msg}`);
  const asPublished = { parseTagValue: false, parseAttributeValue: false, processEntities: false };
  try {
    return new XMLParser({ ...options, ...asPublished }).parse(body);
  } catch (cause) {
    throw new SourceShapeError("the answer is not XML that can be read", { cause });
  }
}
