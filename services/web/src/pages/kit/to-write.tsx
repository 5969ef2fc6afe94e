import { useWords } from "../../words/words.ts";

const lines = ["kit.write_shop", "kit.write_pay", "kit.write_rate", "kit.write_arrives", "kit.write_when"] as const;

/** For what a shop says: a name, and room to write. */
export function ToWrite() {
  const { t } = useWords();
  return (
    <>
      <h2>{t("kit.write")}</h2>
      <dl class="to-write">
        {lines.map((line) => (
          <div key={line}>
            <dt>{t(line)}</dt>
            <dd class="written" />
          </div>
        ))}
      </dl>
    </>
  );
}

/** On every side that bears prices: sides are copied without each other. */
export function Practice({ simulated }: { readonly simulated: boolean }) {
  const { t } = useWords();
  if (!simulated) return null;
  return (
    <p class="practice">
      <strong>{t("simulated.short")}.</strong> {t("simulated.note")}
    </p>
  );
}
