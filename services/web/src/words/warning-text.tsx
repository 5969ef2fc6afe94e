import type { Warning } from "@openremit/shared/contracts";
import type { ComponentChild } from "preact";
import type { Words } from "./words.ts";

const told = [
  "charges_ben",
  "charges_our",
  "charges_sha",
  "corrected",
  "data_may_be_older",
  "everything_expired",
  "negative_margin",
  "no_data",
  "no_reference_rate",
  "nothing_matches",
  "observed_in_future",
  "provider_not_active",
  "rate_from_margin",
  "reference_disagreement",
  "reference_hidden",
  "reference_jump_unconfirmed",
  "reference_last_good_rate",
  "reference_median_selected",
  "reference_monthly_rate",
  "reference_not_representative",
  "reference_peg_disputed",
  "stated_received_differs",
  "tariff_changed",
  "unknown_method_left_out",
  "unknown_speed_left_out",
  "visits_unknown",
] as const;
type Told = (typeof told)[number];

/** What a warning of an answer says, in the reader's language; one that is new here speaks its own English. */
export function warningText({ code, detail }: Warning, { t }: Words): ComponentChild {
  return isTold(code) ? (
    <p key={code}>{t(`warning.${code}`)}</p>
  ) : (
    <p key={code} lang="en" dir="ltr">
      {detail}
    </p>
  );
}

function isTold(code: string): code is Told {
  return told.some((one) => one === code);
}
