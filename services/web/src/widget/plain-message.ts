import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { ConfigError } from "@openremit/shared/domain";

/**
 * An ICU message as plain words with places such as `{amount}`; its tags fall away.
 *
 * @throws ConfigError for plurals, choices and figures: those need ICU where the text is shown.
 */
export function plainMessage(key: string, text: string): string {
  return parse(text)
    .map((piece) => pieceOf(key, piece))
    .join("");
}

function pieceOf(key: string, piece: MessageFormatElement): string {
  if (piece.type === TYPE.literal) return piece.value;
  if (piece.type === TYPE.argument) return `{${piece.value}}`;
  if (piece.type === TYPE.tag) return piece.children.map((child) => pieceOf(key, child)).join("");
  throw new ConfigError(`${key}: the widget says it, so it may have plain places only, such as {amount}`);
}
