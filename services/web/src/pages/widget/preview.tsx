import { embedPath } from "../../embed/embed-address.ts";
import type { WidgetBundle } from "../../widget/index.ts";
import { useWords } from "../../words/words.ts";
import type { WidgetChoice } from "./parse-choice.ts";
import { type ChosenWidget, widgetTag } from "./widget-tag.ts";
import { styleRules } from "./write-code.ts";

export interface PreviewProps {
  readonly choice: WidgetChoice;
  readonly widgets: readonly ChosenWidget[];
  readonly bundle: Pick<WidgetBundle, "path">;
}

/** The widget itself, one a route, in the first language chosen; without JavaScript the frame, which needs none. */
export function Preview({ choice, widgets, bundle }: PreviewProps) {
  const { t } = useWords();
  const shown = choice.routes.flatMap((route) => widgets.find((widget) => widget.route === route) ?? []);
  return (
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">{t("builder.preview")}</h2>
      {choice.languages.length > 1 && <p class="quiet">{t("builder.preview_first")}</p>}
      <noscript>
        <p class="quiet">{t("builder.preview_frame")}</p>
        {shown.map((widget) => (
          <iframe key={widget.page} src={framePath(widget, choice)} title={t("builder.preview")} height="620" />
        ))}
      </noscript>
      <div class="stack" data-preview={JSON.stringify(styleRules(choice))}>
        {shown.map((widget) => widgetTag(widget, choice))}
      </div>
      <script type="module" src={bundle.path} />
    </section>
  );
}

function framePath({ route: { corridor, config }, words }: ChosenWidget, { reading, look }: WidgetChoice): string {
  return embedPath({
    form: "frame",
    id: corridor.id,
    language: words.language.code,
    amount: reading.amount ?? undefined,
    currency: config.receiveCurrencies.length > 1 ? corridor.receiveCurrency : undefined,
    theme: look === "own" ? "light" : look,
  });
}
