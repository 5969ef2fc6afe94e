import type { Language } from "../languages/languages.ts";
import { useWords } from "../words/words.ts";

export interface LanguageMenuProps {
  readonly languages: readonly Language[];
  /** Where the page stands below its language. */
  readonly place: string;
}

/** The same page in every language, each in its own name. */
export function LanguageMenu({ languages, place }: LanguageMenuProps) {
  const { t, language: current } = useWords();
  return (
    <nav class="languages" aria-label={t("nav.languages")}>
      <ul>
        {languages.map(({ code, direction, name }) => (
          <li key={code}>
            <a
              href={`/${code}${place}`}
              hreflang={code}
              lang={code}
              dir={direction}
              aria-current={code === current.code ? "true" : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
