import type { MessageKey } from "../words/message-file.ts";
import type { TextValues } from "../words/translate.ts";

/** Why a page cannot be shown, in words of the reader's language. Thrown by pages, shown in the site's frame. */
export class PageProblem extends Error {
  readonly status: number;
  readonly key: MessageKey;
  readonly values: TextValues;

  constructor(status: number, key: MessageKey, values: TextValues = {}, options: ErrorOptions = {}) {
    super(key, options);
    this.name = "PageProblem";
    this.status = status;
    this.key = key;
    this.values = values;
  }
}
