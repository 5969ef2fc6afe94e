import type { Language } from "../../languages/languages.ts";
import { useWords } from "../../words/words.ts";

export interface SheetLanguagesProps {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly languages: readonly Language[];
}

/** The same sheet for others. */
export function SheetLanguages({ path, query = {}, languages }: SheetLanguagesProps) {
  const { t, language: own } = useWords();
  const search = new URLSearchParams(query).toString();
  return (
    <nav aria-label={t("nav.languages")}>
      <ul class="cluster">
        {languages.map(({ code, direction, name }) => (
          <li key={code}>
            <a
              class="switch"
              href={`/${code}${path}${search === "" ? "" : `?${search}`}`}
              lang={code}
              dir={direction}
              hreflang={code}
              aria-current={code === own.code ? "true" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
