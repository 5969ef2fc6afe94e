import { datasetContracts, datasetNames, exportFormats } from "@openremit/shared/contracts";
import { useWords } from "../../words/words.ts";

/** Every table as it is now, in every format. */
export function ExportList() {
  const { t } = useWords();
  return (
    <section>
      <h2>{t("data.now")}</h2>
      <p>{t("data.now_text")}</p>
      <ul class="files">
        {datasetNames.map((name) => (
          <li key={name}>
            <strong lang="en" dir="ltr">
              {datasetContracts[name].title}
            </strong>
            <span lang="en" dir="ltr">
              {datasetContracts[name].description}
            </span>
            <span class="links cluster" dir="ltr">
              {exportFormats.map((format) => (
                <a key={format} href={`/v1/exports/${name}.${format}`}>
                  <span class="unseen">{name}</span>.{format}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p class="links">
        <a href="/v1/exports">{t("data.codebook")}</a>
      </p>
    </section>
  );
}
