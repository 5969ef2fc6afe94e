import { useWords } from "../words/words.ts";

/** To keep this page on the device, and to forget it again. The page's program shows what applies. */
export function KeepPage() {
  const { t } = useWords();
  return (
    <div class="stack no-print" data-keep={true} hidden>
      <button class="button plain" type="button" data-keep-page={true}>
        {t("keep.keep")}
      </button>
      <button class="button plain" type="button" data-forget-page={true} hidden>
        {t("keep.forget")}
      </button>
      <p class="quiet">{t("keep.about")}</p>
      <p role="status">
        <span data-kept={true} hidden>
          {t("keep.kept")}
        </span>
        <span data-forgotten={true} hidden>
          {t("keep.forgotten")}
        </span>
        <span data-failed={true} hidden>
          {t("keep.failed")}
        </span>
      </p>
    </div>
  );
}
