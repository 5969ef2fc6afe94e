import { SourceShapeError } from "@openremit/shared/domain";
import { type CheerioAPI, load } from "cheerio";

const deepest = 500;
const longestTag = /<[a-z][^<>]{100000}/i;
const tag = /<(\/?)(?!(?:br|hr|img|input|link|meta|source|wbr)\b)[a-z]/gi;

/**
 * Reads a source's page. The parser takes time with the square of the depth, and runs out of stack: a page nested or
 * a tag filled as no page is, is a SourceShapeError.
 */
export function readHtml(body: string): CheerioAPI {
  let depth = 0;
  for (const [, closing] of body.matchAll(tag)) {
    depth = closing === "/" ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) throw new SourceShapeError(`a page nested more than ${deepest} deep`);
  }
  if (longestTag.test(body)) throw new SourceShapeError("a page with a tag that does not end");
  return load(body);
}
