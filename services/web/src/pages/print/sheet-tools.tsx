import { useWords, type Words } from "../../words/words.ts";

export interface SheetToolsProps {
  readonly corridorId: string;
  readonly query: Readonly<Record<string, string>>;
  readonly also: Words | null;
  readonly offered: readonly Words[];
}

/** Beside the sheet on a screen, and not on paper: how it is printed, and its second language. */
export function SheetTools({ corridorId, query, also, offered }: SheetToolsProps) {
  const { t, href, language: own } = useWords();
  const others = offered.filter(({ language }) => language.code !== own.code);
  return (
    <div class="note no-print">
      <p>
        {t("print.hint")} <a href={href(`/${corridorId}`, query)}>{t("print.back")}</a>
      </p>
      {others.length > 0 && (
        <nav class="cluster" aria-label={t("print.second")}>
          <p>{t("print.second")}</p>
          <ul class="cluster">
            {others.map(({ language: { code, direction, name } }) => (
              <li key={code}>
                <a
                  class="switch"
                  href={href(`/${corridorId}/print`, { ...query, also: code })}
                  lang={code}
                  dir={direction}
                  hreflang={own.code}
                  aria-current={code === also?.language.code ? "true" : undefined}
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}
