import { type MessageFormatElement, TYPE } from "@formatjs/icu-messageformat-parser";
import { DomainError } from "@openremit/shared/domain";
import type { IntlMessageFormat } from "intl-messageformat";

type Values = Readonly<Record<string, string | number>>;

/** Fills the places of one message. */
export type Fill = (values: Values) => string;

/**
 * A way to fill a message that has nothing but plain places such as `{name}`, at a tenth of what ICU takes; null for
 * plurals, tags and figures. A page asks for hundreds of these.
 */
export function createFill(message: IntlMessageFormat, isolate: (text: string) => string): Fill | null {
  const pieces = message.getAst();
  if (!pieces.every(({ type }) => type === TYPE.literal || type === TYPE.argument)) return null;
  return (values) => {
    let text = "";
    for (const piece of pieces) text += piece.type === TYPE.literal ? piece.value : isolated(piece, values, isolate);
    return text;
  };
}

function isolated(piece: MessageFormatElement, values: Values, isolate: (text: string) => string): string {
  const value = piece.type === TYPE.argument ? values[piece.value] : undefined;
  if (value === undefined) throw new DomainError("a message lacks the value of one of its places");
  return typeof value === "string" ? isolate(value) : String(value);
}
