import { useWords } from "../words/words.ts";

/** @param path of the text; without JavaScript it is opened and copied by hand. */
export function ShareText({ path }: { readonly path: string }) {
  const { t } = useWords();
  return (
    <>
      <a href={path} data-share={true}>
        {t("corridor.to_text")}
      </a>
      <button class="button plain" type="button" data-share-text={path} hidden>
        {t("share.share")}
      </button>{" "}
      <span role="status">
        <span data-copied={true} hidden>
          {t("share.copied")}
        </span>
      </span>
    </>
  );
}
