import type { Catalog } from "@openremit/shared/catalog";
import { payIns, payOuts, speeds } from "@openremit/shared/domain";
import { describedBy, Field } from "../../forms/field.tsx";
import { FigureField } from "../../forms/figure-field.tsx";
import { SelectField } from "../../forms/select-field.tsx";
import { useWords } from "../../words/words.ts";
import { providerOptions, routeOptions } from "./options.ts";
import { TextInput } from "./text-input.tsx";
import type { TypedVisit, VisitField, WrongVisit } from "./typed-visit.ts";

export interface ObserveFormProps {
  readonly typed: TypedVisit;
  readonly wrong: WrongVisit;
  readonly catalog: Catalog;
}

/** Which visit it was, the eight questions, and the key. */
export function ObserveForm({ typed, wrong, catalog }: ObserveFormProps) {
  const words = useWords();
  const { t, href } = words;
  const of = (name: VisitField) => ({ id: name, name, typed: typed[name], wrong: wrong[name] ?? null });
  const figure = (name: VisitField) => ({ name, typed: typed[name], wrong: wrong[name] ?? null });
  const choice = (name: VisitField) => ({ ...of(name), chosen: typed[name] });
  const none = { value: "", text: t("observe.choose") };
  return (
    <form class="card stack" method="post" action={href("/observe")} data-observe={true}>
      <h2>{t("observe.which")}</h2>
      <SelectField
        {...choice("route")}
        label={t("check.where")}
        options={[none, ...routeOptions(catalog, words)]}
        required
      />
      <SelectField
        {...choice("provider")}
        label={t("observe.provider")}
        options={[none, ...providerOptions(catalog, words)]}
        required
      />
      <div class="fields top">
        <TextInput {...of("day")} type="date" label={t("report.when")} required />
        <TextInput {...of("time")} type="time" label={t("observe.time")} required />
      </div>
      <div class="fields top">
        <TextInput
          {...of("visitor")}
          label={t("observe.visitor")}
          hint={t("observe.visitor_hint")}
          maxLength={12}
          required
        />
        <TextInput
          {...of("enteredBy")}
          label={t("observe.entered_by")}
          hint={t("observe.entered_by_hint")}
          maxLength={12}
          required
        />
      </div>
      <h2>{t("observe.told")}</h2>
      <div class="fields top">
        <FigureField {...figure("amount")} label={t("observe.amount")} hint={t("observe.amount_hint")} required />
        <FigureField {...figure("fee")} label={t("observe.fee")} hint={t("check.fee_hint")} required />
      </div>
      <Placement chosen={typed.feePlacement} />
      <div class="fields top">
        <FigureField {...figure("rate")} label={t("observe.rate")} hint={t("observe.rate_hint")} />
        <FigureField {...figure("received")} label={t("observe.received")} hint={t("observe.received_hint")} />
      </div>
      <p class="quiet">{t("observe.one_of_two")}</p>
      <SelectField
        {...choice("payIn")}
        label={t("observe.pay_in")}
        options={payIns.map((value) => ({ value, text: t(`payIn.${value}`) }))}
      />
      <SelectField
        {...choice("speed")}
        label={t("observe.speed")}
        options={[
          { value: "", text: t("observe.not_said") },
          ...speeds.map((value) => ({ value, text: t(`speed.${value}`) })),
        ]}
      />
      <SelectField
        {...choice("payOut")}
        label={t("observe.pay_out")}
        options={[none, ...payOuts.map((value) => ({ value, text: t(`payOut.${value}`) }))]}
        required
      />
      <FigureField {...figure("payOutFee")} label={t("observe.pay_out_fee")} hint={t("observe.pay_out_fee_hint")} />
      <TextInput {...of("where")} label={t("observe.where")} hint={t("observe.where_hint")} maxLength={80} />
      <KeyField wrong={wrong.key ?? null} />
      <button class="button" type="submit">
        {t("observe.send")}
      </button>
    </form>
  );
}

function Placement({ chosen }: { readonly chosen: string }) {
  const { t } = useWords();
  const option = (value: string, text: string) => (
    <label class="choice">
      <input type="radio" name="feePlacement" value={value} checked={value === chosen} required />
      {text}
    </label>
  );
  return (
    <fieldset class="field">
      <legend>{t("check.placement")}</legend>
      <div class="cluster">
        {option("on_top", t("check.on_top"))}
        {option("inside", t("check.inside"))}
      </div>
    </fieldset>
  );
}

/** Typed every time: no page repeats it, and no browser is asked to keep it. */
function KeyField({ wrong }: { readonly wrong: string | null }) {
  const { t } = useWords();
  const about = { id: "key", hint: t("observe.key_hint"), wrong };
  return (
    <Field {...about} label={t("observe.key")}>
      <input id="key" name="key" type="password" autocomplete="off" maxLength={100} required {...describedBy(about)} />
    </Field>
  );
}
