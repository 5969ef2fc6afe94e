import type { PayOutKind } from "./countries.ts";

/** How a simulated provider prices. Percentages are per hundred; fees are in send currency. */
export interface SimulatedProvider {
  readonly marginPct: string;
  /** Corridors differ by at most this much either way. */
  readonly spreadPct: string;
  /** Margin on top for a way of paying out. */
  readonly extraPct: Partial<Record<PayOutKind, string>>;
  /** Lower-bound bands, ascending from 0. */
  readonly fees: readonly { readonly from: string; readonly fee: string }[];
  readonly extraFee: Partial<Record<PayOutKind, string>>;
  /** Receive countries and currencies it does not serve. */
  readonly refuses: readonly string[];
}

const bands = (...steps: readonly (readonly [from: string, fee: string])[]) =>
  steps.map(([from, fee]) => ({ from, fee }));

/** The same for every way of paying out, wherever it is asked. */
const plain = (marginPct: string, spreadPct: string, fees: SimulatedProvider["fees"]) => ({
  marginPct,
  spreadPct,
  extraPct: {},
  fees,
  extraFee: {},
  refuses: [],
});

/** Keyed by the alias of the comparison feed, which is the provider's key for those that have a source of their own. */
export const providers = {
  remitly: {
    marginPct: "0.95",
    spreadPct: "0.35",
    extraPct: {},
    fees: bands(["0", "2.99"], ["100", "1.99"], ["500", "0.99"]),
    extraFee: { cash: "2.00", home: "2.00" },
    refuses: ["UZ", "DZ", "TH", "PS", "BI"],
  },
  "western-union": {
    marginPct: "1.30",
    spreadPct: "0.60",
    extraPct: { cash: "2.10", home: "2.10", wallet: "0.08" },
    fees: bands(["0", "1.90"], ["300", "2.90"], ["800", "4.90"]),
    extraFee: { cash: "1.00", home: "4.00", wallet: "-1.90" },
    refuses: [],
  },
  "taptap-send": {
    marginPct: "0.75",
    spreadPct: "0.40",
    extraPct: {},
    fees: bands(["0", "0.00"]),
    extraFee: {},
    refuses: "UZ CDF DZ EG MX CO BR PE DO HT GT UA PL RO BG GE TH CN PS".split(" "),
  },
  sendwave: {
    marginPct: "0.85",
    spreadPct: "0.35",
    extraPct: { cash: "0.90" },
    fees: bands(["0", "0.99"], ["300", "0.00"]),
    extraFee: {},
    refuses: ["TR", "UZ", "DZ", "CN", "PL", "RO", "BG", "BR", "PS"],
  },
  transfergo: {
    marginPct: "0.80",
    spreadPct: "0.30",
    extraPct: { cash: "0.60" },
    fees: bands(["0", "0.99"], ["300", "0.00"]),
    extraFee: { cash: "1.00" },
    refuses: ["CU"],
  },
  ria: {
    marginPct: "1.20",
    spreadPct: "0.50",
    extraPct: { cash: "0.70" },
    fees: bands(["0", "1.50"], ["300", "2.50"]),
    extraFee: { cash: "1.00" },
    refuses: [],
  },
  instarem: {
    marginPct: "0.60",
    spreadPct: "0.20",
    extraPct: {},
    fees: bands(["0", "0.00"]),
    extraFee: {},
    refuses: ["UZ", "CD", "SN"],
  },
  xoom: {
    marginPct: "2.40",
    spreadPct: "0.50",
    extraPct: {},
    fees: bands(["0", "2.99"], ["1000", "0.00"]),
    extraFee: {},
    refuses: ["TR"],
  },
  "world-remit": {
    marginPct: "1.10",
    spreadPct: "0.40",
    extraPct: {},
    fees: bands(["0", "0.99"], ["200", "1.99"]),
    extraFee: {},
    refuses: ["TR"],
  },
  moneygram: {
    marginPct: "0.95",
    spreadPct: "0.50",
    extraPct: {},
    fees: bands(["0", "0.90"], ["300", "1.90"]),
    extraFee: {},
    refuses: [],
  },
  ofx: {
    marginPct: "3.20",
    spreadPct: "0.50",
    extraPct: {},
    fees: bands(["0", "10"]),
    extraFee: {},
    refuses: ["UZ", "SN"],
  },
  paypal: {
    marginPct: "4.40",
    spreadPct: "0.30",
    extraPct: {},
    fees: bands(["0", "3.99"]),
    extraFee: {},
    refuses: ["SN", "TR"],
  },
  koronapay: {
    marginPct: "0.90",
    spreadPct: "0.30",
    extraPct: { cash: "0.20" },
    fees: bands(["0", "0.99"]),
    extraFee: { cash: "1.00" },
    refuses: [],
  },
  currencyfair: {
    marginPct: "0.55",
    spreadPct: "0.10",
    extraPct: {},
    fees: bands(["0", "0.00"]),
    extraFee: {},
    refuses: [],
  },
  dahabshiil: plain("1.90", "0.60", bands(["0", "3.00"], ["100", "5.00"], ["300", "8.00"], ["800", "12.00"])),
  nala: plain("0.60", "0.30", bands(["0", "0.00"])),
  lemfi: { ...plain("0.55", "0.35", bands(["0", "0.00"])), extraFee: { bank: "1.99" } },
  "panda-remit": plain("0.85", "0.20", bands(["0", "5.99"])),
  paysend: {
    marginPct: "1.60",
    spreadPct: "0.40",
    extraPct: {},
    fees: bands(["0", "1.50"]),
    extraFee: {},
    refuses: [],
  },
} as const satisfies Record<string, SimulatedProvider>;
export type ProviderName = keyof typeof providers;
