import type { ReleaseAnswer } from "@openremit/shared/contracts";
import { useWords } from "../../words/words.ts";
import { apaText, bibtexText } from "./citations.ts";
import { CopiedText } from "./copied-text.tsx";
import { FileList } from "./file-list.tsx";
import { snippetsOf } from "./snippets.ts";

interface ReleaseViewProps {
  readonly release: ReleaseAnswer;
  readonly others: readonly string[];
  /** Before every address that is used elsewhere. */
  readonly root: string;
}

/** One fixed version: what it is, its files, how to name it and how to read it. */
export function ReleaseView({ release, others, root }: ReleaseViewProps) {
  const { t, day } = useWords();
  return (
    <>
      <h3>
        <bdi>{t("data.release", { id: release.id })}</bdi>
      </h3>
      <p>{t("data.release_as_of", { day: day(release.asOf) })}</p>
      <p class="quiet" lang="en" dir="ltr">
        {release.description}
      </p>
      <Facts release={release} />
      <FileList files={release.files} />
      <h3>{t("data.cite")}</h3>
      <p>{t("data.cite_text")}</p>
      <CopiedText name="APA" text={apaText(release, root)} />
      <CopiedText name="BibTeX" text={bibtexText(release, root)} />
      <Snippets release={release} root={root} />
      <Others ids={others} />
    </>
  );
}

function Facts({ release }: Pick<ReleaseViewProps, "release">) {
  const { t } = useWords();
  const { licence, dataVersion, sumsPath } = release;
  return (
    <dl class="facts">
      <div>
        <dt>{t("data.release_licence")}</dt>
        <dd lang="en" dir="ltr">
          <a href={licence.url} rel="noopener noreferrer">
            {licence.title}
          </a>
          . {licence.note}
        </dd>
      </div>
      <div>
        <dt>{t("data.release_fingerprint")}</dt>
        <dd dir="ltr">
          <code>{dataVersion}</code>
        </dd>
      </div>
      <div>
        <dt>{t("data.release_sums")}</dt>
        <dd class="links" dir="ltr">
          <a href={sumsPath}>SHA256SUMS</a>
        </dd>
      </div>
    </dl>
  );
}

function Snippets({ release, root }: Pick<ReleaseViewProps, "release" | "root">) {
  const { t } = useWords();
  const snippets = snippetsOf(release, root);
  if (snippets.length === 0) return null;
  return (
    <>
      <h3>{t("data.use")}</h3>
      <p>{t("data.use_text")}</p>
      {snippets.map(({ name, needs, text }) => (
        <CopiedText key={name} name={name} about={t(needs)} text={text} />
      ))}
    </>
  );
}

function Others({ ids }: { readonly ids: readonly string[] }) {
  const { t, href } = useWords();
  if (ids.length === 0) return null;
  return (
    <>
      <h3>{t("data.release_other")}</h3>
      <ul class="links">
        {ids.map((id) => (
          <li key={id}>
            <a href={href("/data", { release: id })}>{t("data.release", { id })}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
