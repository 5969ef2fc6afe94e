import type { MessageKey } from "../words/message-file.ts";
import { useWords } from "../words/words.ts";

const places: readonly (readonly [path: string, key: MessageKey])[] = [
  ["/save", "nav.save"],
  ["/method", "nav.method"],
  ["/sources", "nav.sources"],
  ["/data", "nav.data"],
  ["/kit", "nav.kit"],
  ["/widget", "nav.widget"],
  ["/observe", "nav.observe"],
  ["/about", "nav.about"],
  ["/corrections", "nav.corrections"],
  ["/certification", "nav.certification"],
  ["/privacy", "nav.privacy"],
];

/** What the site stands for, and everything that proves it. */
export function SiteFooter() {
  const { t, href, isUnreviewed } = useWords();
  return (
    <footer class="site-footer">
      <p>{t("footer.promise")}</p>
      <nav aria-label={t("nav.more")}>
        <ul>
          {places.map(([path, key]) => (
            <li key={path}>
              <a href={href(path)}>{t(key)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {isUnreviewed && (
        <p>
          {t("footer.machine")} <a href={`${href("/about")}#languages`}>{t("footer.correct")}</a>
        </p>
      )}
    </footer>
  );
}
