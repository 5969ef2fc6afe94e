import type { CorridorConfig } from "@openremit/shared/contracts";
import { useWords } from "../../words/words.ts";

export interface NoSuchPairProps {
  /** Names; null where no country was chosen. */
  readonly from: string | null;
  readonly to: string | null;
  readonly pairs: readonly CorridorConfig[];
  readonly senders: readonly string[];
}

/** What was asked is not compared: what is, as links. */
export function NoSuchPair({ from, to, pairs, senders }: NoSuchPairProps) {
  const { t, href } = useWords();
  return (
    <>
      <h1>{t("go.title")}</h1>
      <p class="problem" role="alert">
        {from !== null && to !== null ? t("go.none", { from, to }) : t("go.choose")}
      </p>
      <p>
        <a class="button" href={href("/")}>
          {t("problem.start")}
        </a>
      </p>
      {senders.map((sender) => (
        <FromSender key={sender} sender={sender} pairs={pairs} />
      ))}
    </>
  );
}

function FromSender({ sender, pairs }: { readonly sender: string; readonly pairs: readonly CorridorConfig[] }) {
  const { t, href, country, compareNames } = useWords();
  const receivers = pairs
    .filter(({ sendCountry }) => sendCountry === sender)
    .map(({ id, receiveCountry }) => ({ id, name: country(receiveCountry) }))
    .sort((one, other) => compareNames(one.name, other.name));
  return (
    <section>
      <h2>{t("go.from", { country: country(sender) })}</h2>
      <ul class="cluster places">
        {receivers.map(({ id, name }) => (
          <li key={id}>
            <a href={href(`/${id}`)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
