import { useWords } from "../words/words.ts";

/** The name, and the few places most people go. */
export function SiteHeader() {
  const { t, href } = useWords();
  return (
    <header class="site-header">
      <a class="brand" href={href("/")}>
        {t("site.name")}
      </a>
      <nav aria-label={t("nav.label")}>
        <a href={href("/corridors")}>{t("nav.corridors")}</a>
        <a href={href("/check")}>{t("nav.check")}</a>
        <a href={href("/rights")}>{t("nav.rights")}</a>
      </nav>
    </header>
  );
}
