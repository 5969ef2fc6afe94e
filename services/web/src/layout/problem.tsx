import { useWords } from "../words/words.ts";

/** What is wrong, and the way on. */
export function Problem({ text }: { readonly text: string }) {
  const { t, href } = useWords();
  return (
    <>
      <h1>{t("problem.title")}</h1>
      <p class="problem" role="alert">
        {text}
      </p>
      <p>
        <a class="button" href={href("/")}>
          {t("problem.start")}
        </a>
      </p>
    </>
  );
}
