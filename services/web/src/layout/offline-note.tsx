import { useWords } from "../words/words.ts";

/** Where the service worker shows a kept copy, it takes away `hidden`: these two attributes stand side by side for it. */
const untilOffline = { "data-offline": true, hidden: true };

/** @param of when the prices on the page were seen. */
export function OfflineNote({ of }: { readonly of: string }) {
  const { t, moment } = useWords();
  return (
    <p class="note" role="status" {...untilOffline}>
      {t("keep.offline", { when: moment(of) })}
    </p>
  );
}
