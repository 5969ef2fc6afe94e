import { languageOf } from "../languages/languages.ts";
import type { MessageFile } from "./message-file.ts";
import { type MessageShape, shapeOf } from "./message-shape.ts";

/** What is wrong with a message file, a line each: the key, and what to do. */
export function findMessageProblems(file: MessageFile, source: MessageFile): string[] {
  const keys = Object.keys(source.messages);
  const unknown = Object.keys(file.messages).filter((key) => source.messages[key] === undefined);
  const missing = keys.filter((key) => file.messages[key] === undefined);
  return [
    ...unknown.map((key) => `${key}: the source language has no such message; remove it`),
    ...(file.offered ? missing.map((key) => `${key}: missing; translate it`) : []),
    ...file.translation.reviewed.filter((key) => file.messages[key] === undefined).map(notThere("reviewed")),
    ...file.sameAsSource.filter((key) => file.messages[key] === undefined).map(notThere("sameAsSource")),
    ...keys.flatMap((key) => {
      const text = file.messages[key];
      const sourceText = source.messages[key];
      return text === undefined || sourceText === undefined
        ? []
        : problemsOfMessage(key, text, sourceText, file, source);
    }),
  ];
}

function notThere(list: string) {
  return (key: string) => `${key}: stands in "${list}" and has no text; take it out`;
}

function problemsOfMessage(
  key: string,
  text: string,
  sourceText: string,
  { language, sameAsSource }: MessageFile,
  source: MessageFile,
): string[] {
  let shape: MessageShape;
  try {
    shape = shapeOf(text);
  } catch (error) {
    return [`${key}: is no ICU message (${error instanceof Error ? error.message : String(error)})`];
  }
  const wanted = language === source.language ? shape.names : shapeOf(sourceText).names;
  const isSame = language !== source.language && text === sourceText;
  return [
    ...[...wanted].filter((name) => !shape.names.has(name)).map((name) => `${key}: lacks ${name}`),
    ...[...shape.names].filter((name) => !wanted.has(name)).map((name) => `${key}: nobody gives it ${name}`),
    ...lackingPlurals(shape, language).map((category) => `${key}: lacks the plural form "${category}"`),
    ...(isSame && !sameAsSource.includes(key)
      ? [`${key}: is still English; translate it, or list it in "sameAsSource"`]
      : []),
    ...(!isSame && sameAsSource.includes(key) ? [`${key}: stands in "sameAsSource" and differs`] : []),
  ];
}

/** The forms that whole numbers take in the language (CLDR), besides those a message names by number. */
function lackingPlurals({ plurals }: MessageShape, language: string): string[] {
  const rules = new Intl.PluralRules(languageOf(language)?.locale ?? language);
  const needed = new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)));
  return plurals.flatMap((forms) => [...needed].filter((category) => !forms.includes(category)));
}
