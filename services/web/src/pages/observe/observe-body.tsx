import type { Catalog } from "@openremit/shared/catalog";
import { KeepPage } from "../../layout/keep-page.tsx";
import type { MessageKey } from "../../words/message-file.ts";
import { useWords } from "../../words/words.ts";
import { KeptVisits } from "./kept-visits.tsx";
import { ObserveForm } from "./observe-form.tsx";
import type { TypedVisit, WrongVisit } from "./typed-visit.ts";

export interface ObserveBodyProps {
  readonly typed: TypedVisit;
  readonly wrong: WrongVisit;
  /** Why it was not kept yet; null before anything was sent. */
  readonly notKept: MessageKey | null;
  readonly catalog: Catalog;
}

/** Where the service worker shows a kept copy, it takes away `hidden`: the two stand side by side for it. */
const untilOffline = { "data-offline": true, hidden: true };

export function ObserveBody({ notKept, ...form }: ObserveBodyProps) {
  const { t } = useWords();
  return (
    <>
      <h1>{t("observe.title")}</h1>
      <p class="note" role="status" {...untilOffline}>
        {t("observe.offline")}
      </p>
      {notKept !== null && (
        <p class="problem" role="alert" data-outcome={notKept === "observe.look_again" ? "look_again" : "not_kept"}>
          {t(notKept)}
        </p>
      )}
      <p class="lead">{t("observe.lead")}</p>
      <p>{t("observe.who_for")}</p>
      <ObserveForm {...form} />
      <KeptVisits />
      <KeepPage />
    </>
  );
}
