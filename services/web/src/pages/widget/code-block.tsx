import { Copyable } from "../../layout/copyable.tsx";
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
