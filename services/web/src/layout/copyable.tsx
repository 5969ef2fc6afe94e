import { useWords } from "../words/words.ts";

interface CopyableProps {
  /** One of a kind on its page. */
  readonly id: string;
  readonly text: string;
}

/** A text that is used elsewhere: selected and copied by hand, or with one press where the page's program runs. */
export function Copyable({ id, text }: CopyableProps) {
  const { t } = useWords();
  return (
    <div class="copyable">
      <pre id={id} class="code" dir="ltr" translate={false}>
        <code>{text}</code>
      </pre>
      <p class="cluster">
        <button class="button plain" type="button" data-copy={id} hidden>
          {t("copy.press")}
        </button>
        <span role="status">
          <span data-copied={id} hidden>
            {t("copy.done")}
          </span>
          <span data-selected={id} hidden>
            {t("copy.selected")}
          </span>
        </span>
      </p>
    </div>
  );
}
