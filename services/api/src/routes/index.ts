import { corridor } from "./corridor.ts";
import { corridors } from "./corridors.ts";
import { exportFiles } from "./exports.ts";
import { exportsList } from "./exports-list.ts";
import { healthz } from "./healthz.ts";
import { history } from "./history.ts";
import { indices } from "./indices.ts";
import { method } from "./method.ts";
import { metrics } from "./metrics.ts";
import { observations } from "./observations.ts";
import { offers } from "./offers.ts";
import { openapi } from "./openapi.ts";
import { providers } from "./providers.ts";
import { rates } from "./rates.ts";
import { readyz } from "./readyz.ts";
import { receipt } from "./receipt.ts";
import { release } from "./release.ts";
import { releaseFile } from "./release-file.ts";
import { releases } from "./releases.ts";
import { reports } from "./reports.ts";
import { sources } from "./sources.ts";
import { surveyCorridor } from "./survey-corridor.ts";
import { surveyCorridors } from "./survey-corridors.ts";
import { surveyWorld } from "./survey-world.ts";
import { widget } from "./widget.ts";

/** Every endpoint, in the order of the documentation. */
export const routes = [
  corridors,
  corridor,
  offers,
  widget,
  history,
  receipt,
  rates,
  providers,
  sources,
  reports,
  observations,
  indices,
  surveyWorld,
  surveyCorridors,
  surveyCorridor,
  method,
  exportsList,
  releases,
  release,
  healthz,
  readyz,
  metrics,
  openapi,
];

/** Those that answer with a file they make. */
export const streamRoutes = exportFiles;

/** Those that hand out files as they stand. */
export const fileRoutes = [releaseFile];
