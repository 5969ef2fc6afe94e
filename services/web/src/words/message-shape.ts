import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** What a message needs from whoever says it. */
export interface MessageShape {
  /** Names of its values and tags, such as `amount` and `<b>`. */
  readonly names: ReadonlySet<string>;
  /** The plural categories of each plural in it. */
  readonly plurals: readonly (readonly string[])[];
}

/** Reads an ICU message. One that cannot be read throws the parser's SyntaxError. */
export function shapeOf(text: string): MessageShape {
  const names = new Set<string>();
  const plurals: string[][] = [];
  gather(parse(text), names, plurals);
  return { names, plurals };
}

function gather(elements: readonly MessageFormatElement[], names: Set<string>, plurals: string[][]): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
    if (element.type === TYPE.tag) gather(element.children, names, plurals);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    if (element.type === TYPE.plural) plurals.push(Object.keys(element.options));
    for (const option of Object.values(element.options)) gather(option.value, names, plurals);
  }
}
