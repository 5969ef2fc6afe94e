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

/** A message as it is used: plain words, or a form to fill, quickly where it has nothing but plain places. */
type Compiled = string | { readonly message: IntlMessageFormat; readonly fill: Fill | null };

/** Reads each message once. A language that is not offered yet may lack some: those come from the source language. */
export function createTranslate({ locale, direction }: Language, file: MessageFile, source: MessageFile): Translate {
  const isolate = direction === "rtl" ? isolateText : (text: string) => text;
  const compiled = new Map<string, Compiled>();

  function compile(key: string): Compiled {
    const text = file.messages[key] ?? source.messages[key];
    if (text === undefined) throw new DomainError(`there is no message "${key}"`);
    if (!/[{<'#]/.test(text)) return text;
    const message = new IntlMessageFormat(text, locale);
    return { message, fill: createFill(message, isolate) };
  }

  function compiledOf(key: string): Compiled {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const made = compile(key);
    compiled.set(key, made);
    return made;
  }

  function isolateTexts(values: RichValues): RichValues {
    const isolated = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" ? isolate(value) : value,
    ]);
    return Object.fromEntries(isolated);
  }

  return {
    t(key, values = {}) {
      const form = compiledOf(key);
      if (typeof form === "string") return form;
      return form.fill === null ? String(form.message.format(isolateTexts(values) as TextValues)) : form.fill(values);
    },
    rich(key, values) {
      const form = compiledOf(key);
      if (typeof form === "string") return form;
      const { message } = form;
      return message.format<ComponentChild>(
        isolateTexts(values) as Parameters<typeof message.format<ComponentChild>>[0],
      );
    },
  };
}

/**
 * Latin names and figures inside a sentence that runs from right to left: each stands for itself, or "Wise 200" would
 * be read as "200 Wise" (Unicode Bidirectional Algorithm, first strong isolate).
 */
function isolateText(text: string): string {
  return `\u2068${text}\u2069`;
}
