import { useWords } from "../../words/words.ts";

/** What the page's program may have to say. */
const spoken = [
  "kept",
  "mending",
  "deleted",
  "one_of_two",
  "no_network",
  "no_answer",
  "need_key",
  "cannot_keep",
] as const;

/** Entries that wait on the device for a network. The page's program shows it, and fills it from the template. */
export function KeptVisits() {
  const { t } = useWords();
  return (
    <section class="stack no-print" aria-labelledby="kept-visits" data-kept-visits={true} hidden>
      <h2 id="kept-visits">{t("observe.kept_title")}</h2>
      <p class="quiet">{t("observe.keep_about")}</p>
      <button class="button plain" type="button" data-keep-visit={true}>
        {t("observe.keep")}
      </button>
      <p role="status" data-said={true} />
      <ul class="bare stack" data-list={true} />
      <template data-row={true}>
        <li class="card stack">
          <p data-name={true} />
          <p class="quiet" data-state={true}>
            {t("observe.kept")}
          </p>
          <p class="cluster">
            <button class="button" type="button" data-send={true}>
              {t("observe.send_kept")}
            </button>
            <button class="button plain" type="button" data-edit={true}>
              {t("observe.edit")}
            </button>
            <button class="button plain" type="button" data-delete={true}>
              {t("observe.delete")}
            </button>
          </p>
        </li>
      </template>
      {spoken.map((name) => (
        <span key={name} data-text={name} hidden>
          {t(`observe.${name}`)}
        </span>
      ))}
    </section>
  );
}
