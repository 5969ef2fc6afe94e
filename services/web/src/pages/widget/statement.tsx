import { constantly } from "@openremit/shared/serving";
import type { Asset } from "../../assets/asset.ts";
import type { Language } from "../../languages/languages.ts";
import { TextSection } from "../../layout/text-section.tsx";
import type { Page } from "../../site/page.ts";
import { assetHeaders } from "../../site/send-asset.ts";
import { type WidgetBundle, widgetBundle } from "../../widget/index.ts";
import type { MessageKey } from "../../words/message-file.ts";
import { useWords } from "../../words/words.ts";
import { SheetLanguages } from "../kit/sheet-languages.tsx";
import { policyLines } from "./policy-lines.ts";
import { dataHeaders, headerLines } from "./sent-headers.ts";

/** One page for whoever must allow the widget on a site: what it loads, what it keeps, who sees what, and the proof. */
export const statement: Page = {
  path: "/widget/statement",
  answer: ({ words: { t }, origin }, { operator, assets, dictionary }) => ({
    kind: "page",
    title: t("statement.title"),
    description: t("statement.lead"),
    body: (
      <Statement
        bundle={widgetBundle()}
        module={assets.find(widgetBundle().path)}
        origin={origin.url ?? ""}
        contact={operator.contact}
        languages={[...dictionary.values()].map(({ language }) => language)}
      />
    ),
    // An address that one client made up is no address for others.
    life: origin.isSure ? constantly(null) : null,
    frame: "sheet",
    styles: ["builder"],
  }),
};

export interface StatementProps {
  readonly bundle: Pick<WidgetBundle, "version" | "path" | "integrity" | "bytes">;
  /** As it is sent. */
  readonly module: Asset | null;
  readonly origin: string;
  readonly contact: string | null;
  readonly languages: readonly Language[];
}

const kept: readonly MessageKey[] = ["statement.keeps_storage", "statement.keeps_cache", "statement.keeps_amount"];
const seen: readonly MessageKey[] = [
  "statement.sees_server",
  "statement.sees_not",
  "statement.sees_link",
  "statement.sees_others",
];
const safe: readonly MessageKey[] = ["statement.safe_style", "statement.safe_host", "statement.safe_broken"];

export function Statement({ bundle, module, origin, contact, languages }: StatementProps) {
  const { t, href, count } = useWords();
  const facts: readonly (readonly [MessageKey, string])[] = [
    ["statement.version", bundle.version],
    ["statement.address", `${origin}${bundle.path}`],
    ["statement.hash", bundle.integrity],
    ["statement.licence", "MIT"],
    ...(contact === null ? [] : ([["statement.contact", contact]] as const)),
  ];
  return (
    <>
      <div class="no-print stack">
        <p class="note">
          {t("print.hint")} <a href={href("/widget")}>{t("statement.back")}</a>
        </p>
        <SheetLanguages path="/widget/statement" languages={languages} />
      </div>
      <article class="text statement">
        <h1>{t("statement.title")}</h1>
        <p class="lead">{t("statement.lead")}</p>
        <dl class="facts">
          {facts.map(([name, value]) => (
            <Fact key={name} name={t(name)} value={value} />
          ))}
        </dl>
        <TextSection heading="statement.loads" texts={["statement.loads_files"]}>
          <ul>
            <li>{t("statement.loads_module", { size: count(bundle.bytes) })}</li>
            <li>{t("statement.loads_words")}</li>
            <li>{t("statement.loads_data")}</li>
          </ul>
        </TextSection>
        <TextSection heading="statement.keeps" points={kept} />
        <TextSection heading="statement.sees" points={seen} />
        <TextSection heading="statement.safe" points={safe} />
        <TextSection heading="statement.policy" texts={["statement.policy_text"]}>
          <Lines lines={policyLines("script", origin).map((line) => `${line};`)} />
        </TextSection>
        <TextSection heading="statement.headers">
          <div class="headers">
            <div>
              <h3>{t("statement.headers_module")}</h3>
              <Lines lines={module === null ? [] : headerLines(assetHeaders(module))} />
            </div>
            <div>
              <h3>{t("statement.headers_data")}</h3>
              <Lines lines={headerLines(dataHeaders)} />
            </div>
          </div>
        </TextSection>
      </article>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code dir="ltr">{value}</code>
      </dd>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <pre class="code" dir="ltr">
      <code>{lines.join("\n")}</code>
    </pre>
  );
}
