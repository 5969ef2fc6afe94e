import { createHash } from "node:crypto";
import type { TariffConfig, TariffOffer } from "@openremit/shared/contracts";

/** The document of the made-up tariff, in bytes that are no UTF-8 text, as a PDF's are. */
export const tariffDocument: Buffer = Buffer.from([0x25, 0x50, 0x44, 0x46, 0xff, 0xfe, 0x00, 0x80]);

export const sha256Of = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

/** A wire in euro to an account for a flat fee at a published rate, with only the fields that matter given. */
export function buildTariffOffer(fields: Partial<TariffOffer> = {}): TariffOffer {
  return {
    line: null,
    corridors: "all",
    receiveCurrencies: ["MAD"],
    payIn: "bank_transfer",
    payOut: "bank_deposit",
    charges: null,
    feePlacement: "on_top",
    feeSchedule: flatFee("10"),
    feeSamples: null,
    band: null,
    rate: "10.50",
    fxMarginPct: null,
    payOutFee: null,
    speed: "two_days",
    ...fields,
  };
}

export function flatFee(flat: string): NonNullable<TariffOffer["feeSchedule"]> {
  return { tiers: [{ from: "0", flat, pct: "0", min: null, max: null }] };
}

/** The tariff of Alpha, read on a Friday. */
export function buildTariff(fields: Partial<TariffConfig> = {}): TariffConfig {
  return {
    $schema: "../schema/tariff.schema.json",
    key: "alpha-tariff",
    name: "Alpha tariff",
    provider: "alpha",
    sendCountry: "BE",
    sendCurrency: "EUR",
    reviewed: {
      url: "https://alpha.example/tariff.pdf",
      sha256: sha256Of(tariffDocument),
      on: "2026-11-20",
      precision: "day",
    },
    via: "document",
    everyMinutes: 1440,
    conduct: { robots: "Allows all.", terms: null, note: "", checkedOn: "2026-11-20" },
    enabled: false,
    attribution: null,
    offers: [buildTariffOffer()],
    ...fields,
  };
}
