import { useWords } from "../../words/words.ts";
import { policyLines } from "./policy-lines.ts";
import type { Snippet } from "./write-code.ts";

export interface CodeBlockProps {
  readonly snippet: Snippet;
  readonly origin: string;
}

/** One way to show it: what it is for, the code to copy, and what a strict policy must allow for it. */
export function CodeBlock({ snippet: { kind, code }, origin }: CodeBlockProps) {
  const { t } = useWords();
  const policy = policyLines(kind, origin);
  return (
    <section aria-labelledby={`code-${kind}`}>
      <h3 id={`code-${kind}`}>{t(`builder_code.${kind}`)}</h3>
      <p>{t(`builder_about.${kind}`)}</p>
      <Copyable id={`text-${kind}`} text={code} />
      {policy.length > 0 && (
        <details>
          <summary>{t("builder.policy")}</summary>
          <p>{t("builder.policy_text")}</p>
          <Copyable id={`policy-${kind}`} text={`${policy.join(";\n")};`} />
        </details>
      )}
    </section>
  );
}

interface CopyableProps {
  readonly id: string;
  readonly text: string;
}

/** Selected and copied by hand, or with one press where the page's program runs. */
export function Copyable({ id, text }: CopyableProps) {
  const { t } = useWords();
  return (
    <div class="copyable">
      <pre id={id} class="code" dir="ltr">
        <code>{text}</code>
      </pre>
      <p class="cluster">
        <button class="button plain" type="button" data-copy={id} hidden>
          {t("builder.copy")}
        </button>
        <span role="status">
          <span data-copied={id} hidden>
            {t("builder.copied")}
          </span>
          <span data-selected={id} hidden>
            {t("builder.selected")}
          </span>
        </span>
      </p>
    </div>
  );
}
