import type { Page } from "../site/page.ts";
import { about } from "./about/about.tsx";
import { certification } from "./certification/certification.tsx";
import { check, checkWithoutScript } from "./check/check.tsx";
import { corrections } from "./corrections/corrections.tsx";
import { corridor } from "./corridor/corridor.tsx";
import { corridors } from "./corridors/corridors.tsx";
import { data } from "./data/data.tsx";
import { history } from "./history/history.tsx";
import { go } from "./home/go.tsx";
import { home } from "./home/home.tsx";
import { kit } from "./kit/kit.tsx";
import { leaflet } from "./kit/leaflet.tsx";
import { poster } from "./kit/poster.tsx";
import { workshop } from "./kit/workshop.tsx";
import { manifest } from "./manifest/manifest.ts";
import { method } from "./method/method.tsx";
import { enterVisit, observe } from "./observe/observe.tsx";
import { print } from "./print/print.tsx";
import { privacy } from "./privacy/privacy.tsx";
import { report, sendReport } from "./report/report.tsx";
import { rights } from "./rights/rights.tsx";
import { save } from "./save/save.tsx";
import { sources } from "./sources/sources.tsx";
import { text } from "./text/text.ts";
import { builder } from "./widget/builder.tsx";
import { statement } from "./widget/statement.tsx";

/** Every page of the site. One folder a page. */
export const pages: readonly Page[] = [
  home,
  go,
  corridors,
  save,
  corridor,
  history,
  print,
  poster,
  leaflet,
  kit,
  workshop,
  builder,
  statement,
  text,
  check,
  checkWithoutScript,
  report,
  sendReport,
  observe,
  enterVisit,
  rights,
  method,
  sources,
  data,
  about,
  corrections,
  certification,
  privacy,
  manifest,
];
