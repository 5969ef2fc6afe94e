import { useWords } from "../words/words.ts";

/** Above everything, on paper too: nobody may take these prices for real. */
export function SimulatedNote() {
  const { t } = useWords();
  return (
    <aside class="simulated" aria-label={t("simulated.short")}>
      <strong>{t("simulated.short")}.</strong> {t("simulated.note")}
    </aside>
  );
}
