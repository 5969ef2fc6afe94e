import type { ComponentChildren } from "preact";
import type { MessageKey } from "../words/message-file.ts";
import { useWords } from "../words/words.ts";

export interface TextSectionProps {
  readonly heading: MessageKey;
  /** Each a paragraph. */
  readonly texts?: readonly MessageKey[];
  /** Each a line of a list below the paragraphs. */
  readonly points?: readonly MessageKey[];
  /** So that other pages can point here. */
  readonly id?: string;
  readonly children?: ComponentChildren;
}

/** A heading with a few short paragraphs: what the pages that explain are made of. */
export function TextSection({ heading, texts = [], points = [], id, children }: TextSectionProps) {
  const { t } = useWords();
  return (
    <section id={id}>
      <h2>{t(heading)}</h2>
      {texts.map((key) => (
        <p key={key}>{t(key)}</p>
      ))}
      {points.length > 0 && (
        <ul>
          {points.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
