import type { CorridorConfig } from "@openremit/shared/contracts";
import { SelectField } from "../../forms/select-field.tsx";
import { useWords } from "../../words/words.ts";

/** Which way the money goes: without it nothing can be compared. */
export function ChooseCorridor({ pairs }: { readonly pairs: readonly CorridorConfig[] }) {
  const { t, href, country, compareNames } = useWords();
  const options = pairs
    .map(({ id, sendCountry, receiveCountry }) => ({
      value: id,
      text: t("check.route", { from: country(sendCountry), to: country(receiveCountry) }),
    }))
    .sort((one, other) => compareNames(one.text, other.text));
  return (
    <form class="card" action={href("/check")}>
      <div class="fields">
        <SelectField
          id="corridor"
          name="corridor"
          label={t("check.where")}
          options={[{ value: "", text: t("check.choose") }, ...options]}
          chosen=""
          required
        />
        <button class="button" type="submit">
          {t("check.go_on")}
        </button>
      </div>
    </form>
  );
}
