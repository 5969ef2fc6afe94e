import { useWords } from "../../words/words.ts";

/** What is wrong, and the way on: to the site itself. */
export function FrameProblem({ text }: { readonly text: string }) {
  const { t, href } = useWords();
  return (
    <>
      <h1>{t("problem.title")}</h1>
      <p class="problem">{text}</p>
      <p>
        <a href={href("/corridors")} target="_blank" rel="noopener noreferrer">
          {t("embed.other_routes", { site: t("site.name") })}
        </a>
      </p>
    </>
  );
}
