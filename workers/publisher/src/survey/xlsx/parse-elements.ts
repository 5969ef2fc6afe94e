import { SaxesParser } from "saxes";

/** What to do at each piece of an XML text; names come without their namespace's prefix. */
export interface ElementHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Feeds an XML text piece by piece; ends one piece behind the text, so that its end is checked too. */
export async function* parseElements(pieces: AsyncIterable<string>, handlers: ElementHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => handlers.open(plainName(name), attributes));
  parser.on("text", handlers.text);
  parser.on("closetag", ({ name }) => handlers.close(plainName(name)));
  parser.on("error", (error) => {
    throw error;
  });
  for await (const piece of pieces) {
    parser.write(piece);
    yield;
  }
  parser.close();
  yield;
}

/** The same for a text that is small, or of which only the whole is of use. */
export async function parseWhole(pieces: AsyncIterable<string>, handlers: ElementHandlers): Promise<void> {
  for await (const _ of parseElements(pieces, handlers));
}

function plainName(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 ? name : name.slice(colon + 1);
}
