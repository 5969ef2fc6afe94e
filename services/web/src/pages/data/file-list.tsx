import type { ReleaseAnswer } from "@openremit/shared/contracts";
import { useWords } from "../../words/words.ts";

/** Every file of a version, data first, with what is in it in the words of the version itself. */
export function FileList({ files }: Pick<ReleaseAnswer, "files">) {
  const { t, fileSize } = useWords();
  const data = files.filter(({ rows }) => rows !== null);
  const others = files.filter(({ rows }) => rows === null);
  return (
    <>
      <h3>{t("data.files")}</h3>
      <ul class="files">
        {[...data, ...others].map(({ name, what, path, rows, bytes }) => (
          <li key={name}>
            <span class="links">
              <a href={path} dir="ltr">
                {name}
              </a>
            </span>
            <span lang="en" dir="ltr">
              {what}
            </span>
            <span class="quiet">
              {rows === null ? fileSize(bytes) : t("data.file_rows", { count: rows, size: fileSize(bytes) })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
