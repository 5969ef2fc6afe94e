import { type CountryPairs, listCountryPairs } from "../../country-pairs/country-pairs.ts";
import type { Page } from "../../site/page.ts";
import { type WidgetBundle, widgetBundle } from "../../widget/index.ts";
import { useWords, type Words } from "../../words/words.ts";
import { BuilderForm } from "./builder-form.tsx";
import { CodeBlock } from "./code-block.tsx";
import { parseChoice, type WidgetChoice } from "./parse-choice.ts";
import { Preview } from "./preview.tsx";
import { readWidgets } from "./read-widgets.ts";
import { UnlistedAmounts } from "./unlisted-amounts.tsx";
import type { ChosenWidget } from "./widget-tag.ts";
import { writeCode } from "./write-code.ts";

/** Somebody chooses what to show on their own site, sees it, and copies the code. */
export const builder: Page = {
  path: "/widget",
  async answer({ words, search, origin }, site) {
    const choice = parseChoice(search, site);
    const address = origin.url ?? "";
    const { widgets, life } = await readWidgets(choice, words, address, site);
    const { t } = words;
    return {
      kind: "page",
      status: life === null ? 400 : 200,
      title: t("builder.title"),
      description: t("builder.lead"),
      body: (
        <Builder
          choice={choice}
          widgets={widgets}
          origin={address}
          bundle={widgetBundle()}
          pairs={listCountryPairs(site.catalog).pairs}
          offered={[...site.dictionary.values()]}
        />
      ),
      // An address that one client made up is no address for others.
      life: origin.isSure ? life : null,
      scripts: ["builder"],
      styles: ["builder"],
    };
  },
};

export interface BuilderProps extends Pick<CountryPairs, "pairs"> {
  readonly choice: WidgetChoice;
  /** None where the amount is none. */
  readonly widgets: readonly ChosenWidget[];
  readonly origin: string;
  readonly bundle: Pick<WidgetBundle, "version" | "path" | "integrity">;
  readonly offered: readonly Words[];
}

export function Builder({ choice, widgets, origin, bundle, pairs, offered }: BuilderProps) {
  const { t, href } = useWords();
  return (
    <>
      <h1>{t("builder.title")}</h1>
      <p class="lead">{t("builder.lead")}</p>
      <p>
        {t("builder.officer")} <a href={href("/widget/statement")}>{t("builder.statement_link")}</a>
      </p>
      <BuilderForm choice={choice} offered={offered} pairs={pairs} />
      <p class="problem" role="alert" data-failed={true} hidden>
        {t("builder.failed", { button: t("builder.make") })}
      </p>
      <div id="made" class="stack" aria-busy="false">
        {widgets.length === 0 ? (
          <p class="problem" role="alert">
            {t("builder.wrong")}
          </p>
        ) : (
          <>
            <UnlistedAmounts choice={choice} />
            <Preview choice={choice} widgets={widgets} bundle={bundle} />
            <section>
              <h2>{t("builder.code")}</h2>
              <p>{t("builder.code_about")}</p>
              {writeCode({ choice, widgets, origin, bundle }).map((snippet) => (
                <CodeBlock key={snippet.kind} snippet={snippet} origin={origin} />
              ))}
            </section>
          </>
        )}
      </div>
    </>
  );
}
