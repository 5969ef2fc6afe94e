/** How a simulated currency moves: around `value` units per one unit of `anchor`, at most `swingPct` per cent either way. */
export interface SimulatedCurrency {
  readonly code: string;
  readonly anchor: string;
  readonly value: string;
  readonly swingPct: string;
}

/** Plausible for 2026, all invented. A swing of 0 is a peg, whose value is the official parity. */
const table = `
EUR EUR 1 0            USD EUR 1.16 1.5       JPY EUR 171 2.5        CZK EUR 24.4 1         DKK EUR 7.461 0.05
GBP EUR 0.871 1.5      HUF EUR 388 2          PLN EUR 4.25 1         RON EUR 5.08 0.5       SEK EUR 11.02 2
CHF EUR 0.931 1.5      ISK EUR 143.6 1.5      NOK EUR 11.5 2         TRY EUR 49 2.5         AUD EUR 1.77 2
BRL EUR 6.2 3          CAD EUR 1.62 1.5       CNY USD 7.12 1         HKD USD 7.79 0.3       IDR EUR 19200 2
ILS EUR 3.83 2         INR EUR 100 1.5        KRW EUR 1660 2         MXN EUR 21.4 2.5       MYR EUR 4.87 1.5
NZD EUR 2.02 2         PHP EUR 68 1.5         SGD EUR 1.5 1          THB EUR 37.6 1.5       ZAR EUR 19.8 2.5
MAD EUR 10.8 1         XOF EUR 655.957 0      XAF EUR 655.957 0      KMF EUR 491.96775 0    CVE EUR 110.265 0
STN EUR 24.5 0         BAM EUR 1.95583 0      XPF EUR 119.331742 0   AED USD 3.6725 0       SAR USD 3.75 0
QAR USD 3.64 0         BHD USD 0.376 0        OMR USD 0.3845 0       JOD USD 0.709 0        DJF USD 177.721 0
TMT USD 3.5 0          LSL ZAR 1 0            NAD ZAR 1 0            SZL ZAR 1 0            NPR INR 1.6 0
CDF EUR 2900 2         UZS EUR 14000 1.5      DZD EUR 151 1          TND EUR 3.38 1         EGP EUR 55 2
KES EUR 150 1.5        UGX EUR 4150 1.5       TZS EUR 2850 2         RWF EUR 1690 1         BIF EUR 3450 1
NGN EUR 1690 3         GHS EUR 12.9 3         GNF EUR 10050 1        GMD EUR 84 1           SLE EUR 26.8 1.5
LRD EUR 210 2          ETB EUR 178 2          AOA EUR 1065 1.5       MZN EUR 74 1           MWK EUR 2010 1
ZMW EUR 26.5 3         MGA EUR 5200 1.5       MUR EUR 53 1.5         BWP EUR 15.6 1.5       PKR EUR 326 1
BDT EUR 142 1          LKR EUR 353 1          VND EUR 30500 1        KHR EUR 4660 1         MMK USD 2100 0.1
LAK EUR 25200 1        MNT EUR 4150 1         KZT EUR 600 2          KGS USD 87.4 0.5       TJS EUR 10.7 1
AZN USD 1.7 0.05       AMD EUR 444 1          GEL EUR 3.15 1         UAH EUR 48.6 1.5       MDL EUR 19.6 1
RSD EUR 117.2 0.05     MKD EUR 61.6 0.1       ALL EUR 96.8 1         BYN EUR 3.5 1.5        RUB EUR 93 3
COP EUR 4500 3         PEN EUR 3.95 1.5       CLP EUR 1105 2.5       ARS EUR 1680 3         BOB EUR 8.1 1
PYG EUR 8200 2         UYU EUR 46 1.5         DOP EUR 73 1           HTG EUR 152 0.5        JMD EUR 186 1
AWG USD 1.79 0          TTD USD 6.78 0.2       GTQ EUR 8.9 1          HNL EUR 30.5 1         NIO EUR 42.7 1         CRC EUR 583 1.5
LBP USD 89500 0.1      IQD USD 1310 0.1       YER USD 239 0.5        AFN EUR 78 2           KWD EUR 0.356 1
TWD EUR 35.9 1.5       MVR USD 15.42 0.2      BTN INR 1 0            BND SGD 1 0            MOP HKD 1.03 0
FJD EUR 2.63 1         PGK EUR 4.86 1         WST EUR 3.17 1         TOP EUR 2.77 1         VUV EUR 138 1
SBD EUR 9.6 1          SCR EUR 16.6 1.5       SOS USD 571 0.5        SSP EUR 5300 2         SDG USD 600 0.5
SYP USD 11000 1        LYD EUR 6.3 1          MRU EUR 46.3 1         ERN USD 15 0           BBD USD 2 0
BSD USD 1 0            BMD USD 1 0            BZD USD 2 0            PAB USD 1 0            KYD USD 0.833333 0
XCD USD 2.7 0          XCG USD 1.79 0         GYD USD 209.2 0.2      SRD EUR 44.8 2         CUP USD 24 0.1
FKP GBP 1 0            GIP GBP 1 0            SHP GBP 1 0            VES EUR 290 3          IRR USD 42000 0.5`;

export const currencies: ReadonlyMap<string, SimulatedCurrency> = new Map(
  [...table.matchAll(/([A-Z]{3}) ([A-Z]{3}) ([\d.]+) ([\d.]+)/g)].map(
    ([, code = "", anchor = "", value = "", swingPct = ""]) => [code, { code, anchor, value, swingPct }],
  ),
);

/** What the ECB publishes, in its order, with the decimal places it prints. */
export const ecbPlaces: ReadonlyMap<string, number> = new Map(
  (
    "USD4 JPY2 CZK3 DKK4 GBP5 HUF2 PLN4 RON4 SEK4 CHF4 ISK2 NOK4 TRY4 AUD4 BRL4 CAD4 CNY4 HKD4 IDR2 ILS4 " +
    "INR4 KRW2 MXN4 MYR4 NZD4 PHP3 SGD4 THB3 ZAR4"
  )
    .split(" ")
    .map((entry) => [entry.slice(0, 3), "012345".indexOf(entry.slice(3))]),
);
