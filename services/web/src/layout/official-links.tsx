import type { MessageKey } from "../words/message-file.ts";
import { useWords } from "../words/words.ts";

export type OfficialLink = readonly [address: string, key: MessageKey];

/** Places outside of this site. They do not learn from where a reader comes. */
export function OfficialLinks({ links }: { readonly links: readonly OfficialLink[] }) {
  const { t } = useWords();
  return (
    <ul class="links">
      {links.map(([address, key]) => (
        <li key={address}>
          <a href={address} rel="noopener noreferrer">
            {t(key)}
          </a>{" "}
          <span class="quiet" dir="ltr">
            {new URL(address).hostname}
          </span>
        </li>
      ))}
    </ul>
  );
}
