export const payOutKinds = ["bank", "cash", "wallet", "card", "home"] as const;
export type PayOutKind = (typeof payOutKinds)[number];

/** What a simulated country pays out: in which currencies and how. */
export interface ReceiveCountry {
  readonly currencies: readonly string[];
  readonly payOuts: readonly PayOutKind[];
}

const table = `
MA MAD bank,cash               CD USD,CDF cash,wallet,bank    SN XOF wallet,cash,bank        TR TRY bank,cash
PH PHP cash,bank,wallet,card,home                             UZ UZS,USD cash,card
CI XOF wallet,cash,bank        ML XOF wallet,cash,bank        BF XOF wallet,cash             BJ XOF wallet,cash
TG XOF wallet,cash             NE XOF cash,wallet             CM XAF wallet,cash,bank        GA XAF cash,wallet
CG XAF cash,wallet             GN GNF wallet,cash             RW RWF wallet,cash,bank        BI BIF cash,wallet
KE KES wallet,bank,cash        UG UGX wallet,bank,cash        TZ TZS wallet,bank,cash        NG NGN bank,cash
GH GHS wallet,bank,cash        ET ETB bank,cash               DZ DZD cash,bank               TN TND bank,cash
EG EGP bank,cash,wallet        IN INR bank,cash               PK PKR bank,cash,wallet        BD BDT bank,cash,wallet
NP NPR bank,cash,wallet        LK LKR bank,cash               VN VND bank,cash,home          ID IDR bank,cash,wallet
TH THB bank                    MX MXN bank,cash,card          CO COP bank,cash               BR BRL bank,cash
PE PEN bank,cash               DO DOP bank,cash,home          HT HTG cash,wallet             GT GTQ bank,cash
UA UAH bank,cash,card          PL PLN bank,cash               RO RON,EUR bank,cash           GE GEL bank,cash
BG EUR bank,cash               MZ MZN wallet,cash,bank        MG MGA wallet,cash,bank        CN CNY bank,wallet,cash
PS ILS,USD,JOD bank,cash`;

const receiveCountries: ReadonlyMap<string, ReceiveCountry> = new Map(
  [...table.matchAll(/([A-Z]{2}) ([A-Z,]{3,}) ([a-z,]+)/g)].map(([, code = "", money = "", payOuts = ""]) => [
    code,
    { currencies: money.split(","), payOuts: payOutKinds.filter((kind) => payOuts.split(",").includes(kind)) },
  ]),
);

/** Countries that none of the simulated providers pays out in. */
const closedCountries: ReadonlySet<string> = new Set(["CU", "IR", "KP", "RU", "SY"]);

export const euroSenders = "AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" ");

/** A country that the table does not list pays out in banks and cash, in whatever currency is asked for. Null: closed. */
export function receiveCountryOf(country: string, currency: string): ReceiveCountry | null {
  if (closedCountries.has(country)) return null;
  const listed = receiveCountries.get(country) ?? { currencies: [currency], payOuts: ["bank", "cash"] };
  return listed.currencies.includes(currency) ? listed : null;
}

export function listReceiveCountries(): readonly (readonly [code: string, country: ReceiveCountry])[] {
  return [...receiveCountries];
}
