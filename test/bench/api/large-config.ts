import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const amounts = ["50", "140", "200", "345", "500", "1000"];

/** Real countries, because the config check knows them. */
const countries =
  "ad ae af ag al am ao ar at au az ba bb bd bf bg bh bi bj bn bo br bs bt bw by bz ca cf cg ch ci cl cm cn co cr cu cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fr ga gb gd ge gh gm gn gq gr gt gw gy hn hr ht hu id ie il in iq ir is it jm jo jp ke kg kh km kr kw kz la lb lk lr ls lt";

/**
 * The project's config with a corridor added to so many countries, where it has none, all sampled at six amounts, in a
 * directory of its own.
 */
export function writeLargeConfig(directory: string, count: number): string {
  const config = join(directory, "config");
  cpSync("config", config, { recursive: true });
  for (const country of countries.split(" ").slice(0, count)) {
    const path = join(config, "corridors", `be-${country}.json`);
    if (existsSync(path)) continue;
    const corridor = {
      $schema: "../schema/corridor.schema.json",
      id: `be-${country}`,
      sendCountry: "BE",
      sendCurrency: "EUR",
      receiveCountry: country.toUpperCase(),
      receiveCurrencies: ["MAD"],
      amounts,
      senderLanguages: ["fr"],
      enabled: true,
    };
    writeFileSync(path, JSON.stringify(corridor));
  }
  allowMoreRequests(join(config, "sources", "quotes"));
  return config;
}

/** Nobody is asked anything; the check of config wants the daily caps to fit the corridors. */
function allowMoreRequests(directory: string): void {
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(/"perDay": \d+/, '"perDay": 1000000'));
  }
}
