/**
 * ISO 4217 list one (published 2024-06-25) with its amendments 176 (XCG for ANG), 178 (CUC withdrawn) and 179 (XAD),
 * Bulgaria's euro of 2026, and the codes of list two withdrawn since the euro notes came in 2002.
 * A retired code keeps the minor units it had last.
 */
const codesByMinorUnits: readonly (readonly [units: number | null, codes: string])[] = [
  [
    0,
    `BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
     ADP BEF BYR ESP GRD ITL LUF MGF PTE TPE TRL`,
  ],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
     COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS
     INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR
     MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
     STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG
     AFA ANG ATS AZM BGL BGN CSD CUC CYP DEM EEK FIM FRF GHC HRK IEP LTL LVL MRO MTL MZM NLG ROL RUR SDD SIT SKK SLL
     SRG STD TMM VEB VEF YUM ZMK ZWD ZWL ZWN ZWR`,
  ],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
  // Metals, baskets and units of account: known codes that nobody is paid in, so ISO 4217 gives them no minor unit.
  [null, "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XUA"],
];

/** Every known code with its minor units; null where ISO 4217 gives none. */
export const minorUnitsByCode: ReadonlyMap<string, number | null> = new Map(
  codesByMinorUnits.flatMap(([units, codes]) =>
    codes.split(/\s+/).map((code): [string, number | null] => [code, units]),
  ),
);

/** First day on which a code is money; codes that are not listed were money before 1999. EUR: its first reference rates. */
export const aliveSince: ReadonlyMap<string, string> = new Map([
  ["EUR", "1999-01-04"],
  ["BGN", "1999-07-05"],
  ["TJS", "2000-10-30"],
  ["AFN", "2002-10-07"],
  ["CSD", "2003-07-01"],
  ["MGA", "2003-07-31"],
  ["SRD", "2004-01-01"],
  ["TRY", "2005-01-01"],
  ["RON", "2005-07-01"],
  ["AZN", "2006-01-01"],
  ["MZN", "2006-07-01"],
  ["ZWN", "2006-08-01"],
  ["RSD", "2006-10-25"],
  ["SDG", "2007-01-10"],
  ["GHS", "2007-07-01"],
  ["VEF", "2008-01-01"],
  ["ZWR", "2008-08-01"],
  ["TMT", "2009-01-01"],
  ["ZWL", "2009-02-03"],
  ["SSP", "2011-07-18"],
  ["ZMW", "2013-01-01"],
  ["BYN", "2016-07-01"],
  ["MRU", "2018-01-01"],
  ["STN", "2018-01-01"],
  ["VES", "2018-08-20"],
  ["UYW", "2018-08-29"],
  ["VED", "2021-10-01"],
  ["SLE", "2022-07-01"],
  ["ZWG", "2024-06-25"],
  ["XCG", "2025-03-31"],
  ["XAD", "2025-05-12"],
]);

const retired: readonly (readonly [firstDayWithout: string, codes: string])[] = [
  ["2002-03-01", "ATS BEF DEM ESP FIM FRF GRD IEP ITL LUF NLG PTE"],
  ["2002-11-01", "TPE"],
  ["2003-01-01", "AFA"],
  ["2003-07-01", "ADP YUM"],
  ["2003-11-01", "BGL"],
  ["2004-01-01", "RUR SRG"],
  ["2005-01-01", "MGF"],
  ["2005-07-01", "ROL"],
  ["2006-01-01", "AZM TRL"],
  ["2006-07-01", "MZM"],
  ["2006-10-25", "CSD"],
  ["2007-01-01", "SIT"],
  ["2007-07-01", "SDD"],
  ["2008-01-01", "CYP GHC MTL VEB"],
  ["2008-08-01", "ZWD ZWN"],
  ["2009-01-01", "SKK TMM"],
  ["2009-06-01", "ZWR"],
  ["2011-01-01", "EEK"],
  ["2013-01-01", "ZMK"],
  ["2014-01-01", "LVL"],
  ["2015-01-01", "LTL"],
  ["2017-01-01", "BYR"],
  ["2018-07-01", "MRO STD"],
  ["2018-08-20", "VEF"],
  ["2021-01-01", "CUC"],
  ["2023-01-01", "HRK"],
  ["2024-01-01", "SLL"],
  ["2024-09-01", "ZWL"],
  ["2025-03-31", "ANG"],
  ["2026-01-01", "BGN"],
];

/** First day on which a code is no longer money. */
export const retiredOn: ReadonlyMap<string, string> = new Map(
  retired.flatMap(([day, codes]) => codes.split(" ").map((code): [string, string] => [code, day])),
);
