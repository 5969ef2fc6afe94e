import { useWords } from "../../words/words.ts";

interface CopiedTextProps {
  /** A proper name: of a style, a language, a program. */
  readonly name: string;
  readonly about?: string;
  readonly text: string;
}

/** A text that is used elsewhere: to be marked and copied, or with JavaScript by a button. */
export function CopiedText({ name, about, text }: CopiedTextProps) {
  const { t } = useWords();
  return (
    <figure class="copied" data-copy={true}>
      <figcaption>
        <strong dir="ltr">{name}</strong> {about}
      </figcaption>
      <pre dir="ltr" translate={false}>
        <code>{text}</code>
      </pre>
      <button class="button plain" type="button" hidden>
        {t("data.copy")}
      </button>{" "}
      <span role="status">
        <span data-copied={true} hidden>
          {t("data.copied")}
        </span>
      </span>
    </figure>
  );
}
