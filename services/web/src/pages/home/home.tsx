import { constantly } from "@openremit/shared/serving";
import type { Page } from "../../site/page.ts";

/** The first page. */
export const home: Page = {
  path: "/",
  answer: ({ words: { t } }) => ({
    kind: "page",
    title: t("site.name"),
    body: <h1>{t("site.name")}</h1>,
    life: constantly(null),
  }),
};
