import { importSurvey } from "@openremit/publisher";
import { createApiKey } from "@openremit/shared/storage";
import { openApiOnServers } from "../../support/api-on-servers.ts";
import { sceneCatalog, sceneNow } from "../../support/comparison-scene.ts";
import { createReleaseFolders, release } from "../../support/release-scene.ts";
import { saidVisit } from "../../support/said-visit.ts";
import { doubtedQuote, siteRuns } from "../../support/site-prices.ts";
import type { Known } from "./ask-arbitrary.ts";

/** The API over prices, rates and a survey on real servers, and what somebody who knows it would ask. */
export async function openFuzzScene() {
  const folders = createReleaseFolders();
  const releasesDirectory = folders.open();
  const scene = await openApiOnServers(sceneNow, {
    reportsPerHour: 1_000_000,
    exportsAtOnce: 16,
    proxyHops: 1,
    releasesDirectory,
  });
  for (const job of siteRuns()) await scene.record(job);
  const survey = { path: "test/fixtures/survey/legacy.csv", name: "legacy.csv" };
  const context = { database: scene.database, countries: sceneCatalog.countries, tellDone: () => undefined };
  await importSurvey(survey, context);
  const { rows } = await scene.database.pool.query<{ quote_id: string }>(
    "select quote_id from quotes where provider = $1 and amount = $2 limit 1",
    [doubtedQuote?.provider, doubtedQuote?.amount],
  );
  const wanted = { label: "Fuzz", scopes: ["write:observations" as const], expiresAt: null };
  const { text: key } = await createApiKey(scene.database, wanted, sceneNow);
  const { release: made } = await release(scene.database, releasesDirectory, "2026-11-22");
  return {
    origin: scene.origin,
    known: knownOf({ quoteId: rows[0]?.quote_id ?? "", key, release: made.id }),
    async close() {
      await scene.close();
      folders.remove();
    },
  };
}

const days = ["2026-11-16", "2026-11-20", "2026-11-23"];
const quarters = ["2011-Q1", "2013-Q3", "2014-Q2"];

function knownOf({ quoteId, key, release: id }: { quoteId: string; key: string; release: string }): Known {
  const report = {
    quoteId,
    amount: "200",
    fee: "5.90",
    where: "counter",
    seenOn: "2026-11-23",
    text: "Dearer",
    language: "fr",
  };
  return {
    key,
    values: {
      "/v1/releases/{id} id": [id],
      "/v1/releases/{id}/{file} id": [id],
      file: ["release.json", "SHA256SUMS", "quotes.csv", "codebook.json"],
      id: ["be-ma", "be-cd", "be-ke", "be-tr", "be-sn"],
      quoteId: [quoteId],
      pay: ["200", "140.00", "345", "71.5"],
      receive: ["2000", "1"],
      payIn: ["cash", "bank_transfer,debit_card"],
      payOut: ["cash_pickup", "mobile_wallet,bank_deposit"],
      maxDays: ["0", "2", "30"],
      at: ["2026-11-20T12:00:00Z", "2026-11-23T11:59:59Z"],
      sendCurrency: ["EUR"],
      receiveCurrency: ["MAD", "USD"],
      base: ["EUR"],
      quote: ["MAD", "USD", "XOF"],
      on: days,
      since: days,
      until: days,
      provider: ["wise"],
      source: ["wise", "remitly"],
      columns: ["quote_id", "provider", "base,quote,value"],
      corridor: ["BEL-MAR", "FRA-SEN"],
      period: quarters,
      from: ["BE"],
      to: ["MA"],
      "/v1/survey/corridors from": ["BEL"],
      "/v1/survey/corridors to": ["MAR"],
      "/v1/exports/survey-services.{format} from": ["BEL"],
      "/v1/exports/survey-services.{format} to": ["MAR"],
      "/v1/exports/survey-services.{format} since": quarters,
      "/v1/exports/survey-services.{format} until": quarters,
      "/v1/exports/survey-corridors.{format} from": ["BEL"],
      "/v1/exports/survey-corridors.{format} to": ["MAR"],
      "/v1/exports/survey-corridors.{format} since": quarters,
      "/v1/exports/survey-corridors.{format} until": quarters,
    },
    bodies: { "/v1/reports": JSON.stringify(report), "/v1/observations": JSON.stringify(saidVisit) },
  };
}
