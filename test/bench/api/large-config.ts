import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalog } from "@openremit/shared/catalog";

export const amounts = ["50", "140", "200", "345", "500", "1000"];

/** Real countries, because the config check knows them. */
const countries =
  "ad ae af ag al am ao ar at au az ba bb bd bf bg bh bi bj bn bo br bs bt bw by bz ca cf cg ch ci cl cm cn co cr cu cv cy cz de dj dk dm do dz ec ee eg er es et fi fj fr ga gb gd ge gh gm gn gq gr gt gw gy hn hr ht hu id ie il in iq ir is it jm jo jp ke kg kh km kr kw kz la lb lk lr ls lt";

/**
 * The project's config with corridors of money added until there are so many, all sampled at six amounts, in a directory
 * of its own. Nobody is asked for them, so no daily cap is too low.
 */
export function writeLargeConfig(directory: string, corridors: number): string {
  const config = join(directory, "config");
  cpSync("config", config, { recursive: true });
  const { corridors: known, corridorConfigs } = loadCatalog("config");
  const free = countries.split(" ").filter((country) => !corridorConfigs.has(`be-${country}`));
  for (const country of free.slice(0, corridors - known.size)) {
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
    writeFileSync(join(config, "corridors", `${corridor.id}.json`), JSON.stringify(corridor));
  }
  const sources = join(config, "sources", "quotes");
  for (const file of readdirSync(sources)) {
    const source = JSON.parse(readFileSync(join(sources, file), "utf8"));
    source.limits.perDay = 1_000_000;
    writeFileSync(join(sources, file), JSON.stringify(source));
  }
  return config;
}
