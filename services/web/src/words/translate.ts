import { DomainError } from "@openremit/shared/domain";
import { IntlMessageFormat } from "intl-messageformat";
import type { ComponentChild, ComponentChildren } from "preact";
import type { Language } from "../languages/languages.ts";
import { createFill, type Fill } from "./fill-message.ts";
import type { MessageFile, MessageKey } from "./message-file.ts";

export type TextValues = Readonly<Record<string, string | number>>;
export type RichValue = string | number | ComponentChild | ((chunks: ComponentChildren) => ComponentChild);
export type RichValues = Readonly<Record<string, RichValue>>;

export interface Translate {
  /** The text of a message (ICU). */
  t(key: MessageKey, values?: TextValues): string;
  /** The same with elements as values, and functions for the tags in it. */
  rich(key: MessageKey, values: RichValues): ComponentChildren;
}

/** Reads each message once. A language that is not offered yet may lack some: those come from the source language. */
export function createTranslate({ locale, direction }: Language, file: MessageFile, source: MessageFile): Translate {
  const isolate = direction === "rtl" ? isolateTexts : <Values>(values: Values) => values;
  const compiled = new Map<string, IntlMessageFormat | string>();
  const fills = new Map<string, Fill | null>();

  function messageOf(key: string): IntlMessageFormat | string {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const text = file.messages[key] ?? source.messages[key];
    if (text === undefined) throw new DomainError(`there is no message "${key}"`);
    const message = /[{<'#]/.test(text) ? new IntlMessageFormat(text, locale) : text;
    compiled.set(key, message);
    return message;
  }

  function fillOf(key: string, message: IntlMessageFormat): Fill | null {
    const known = fills.get(key);
    if (known !== undefined) return known;
    const made = createFill(message);
    fills.set(key, made);
    return made;
  }

  return {
    t(key, values) {
      const message = messageOf(key);
      if (typeof message === "string") return message;
      return fillOf(key, message)?.(isolate(values ?? {})) ?? String(message.format(isolate(values)));
    },
    rich(key, values) {
      const message = messageOf(key);
      if (typeof message === "string") return message;
      return message.format<ComponentChild>(isolate(values) as Parameters<typeof message.format<ComponentChild>>[0]);
    },
  };
}

/**
 * Latin names and figures inside a sentence that runs from right to left: each stands for itself, or "Wise 200" would
 * be read as "200 Wise" (Unicode Bidirectional Algorithm, first strong isolate).
 */
function isolateTexts<Values extends RichValues | undefined>(values: Values): Values {
  if (values === undefined) return values;
  const isolated = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "string" ? `\u2068${value}\u2069` : value,
  ]);
  return Object.fromEntries(isolated);
}
