import { constantly } from "@openremit/shared/serving";
import type { Page } from "../../site/page.ts";

/** As in style/light.css: the accent, and its ground. */
const colours = { theme_color: "#0a5d4c", background_color: "#ffffff" };

/** What a phone needs to put the site on its home screen (W3C Web Application Manifest). */
export const manifest: Page = {
  path: "/manifest.webmanifest",
  answer({ words: { t, href, language } }, { mode, assets: { icon, homeIcons } }) {
    const { answer: _, ...life } = constantly(null);
    const name = t("site.name");
    const about = {
      id: "/",
      name: mode === "simulated" ? `${t("simulated.short")}: ${name}` : name,
      short_name: name,
      description: t("home.lead"),
      lang: language.code,
      dir: language.direction,
      start_url: href("/"),
      scope: "/",
      display: "standalone",
      ...colours,
      icons: [
        { src: icon.path, type: icon.contentType, sizes: "any", purpose: "any" },
        ...homeIcons.map(({ path, contentType, sizes }) => ({
          src: path,
          type: contentType,
          sizes,
          purpose: "maskable",
        })),
      ],
    };
    return { kind: "text", contentType: "application/manifest+json", text: JSON.stringify(about), life };
  },
};
