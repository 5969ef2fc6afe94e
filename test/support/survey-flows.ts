const names =
  'Belgium,France,Germany,Spain,Italy,Netherlands,Morocco,Algeria,Tunisia,Senegal,Mali,Niger,Benin,Togo,Turkey,Poland,Romania,Bulgaria,India,China,Brazil,"Congo, Dem. Rep.",Russian Federation,Channel Islands';
const countries = [...names.matchAll(/"([^"]+)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

type Flows = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A bilateral matrix with a title, a total and notes around it, and 0 where no flow is given. */
export function flowsMatrix(flows: Flows): string {
  const cell = (text: string) => (text.includes(",") ? `"${text}"` : text);
  const rows = [...countries.slice(0, -1), "WORLD"].map((sender) =>
    [sender, ...countries.map((receiver) => flows[sender]?.[receiver] ?? "0")].map(cell).join(),
  );
  const title = '"Invented estimates for 2017, millions of US$ (April 2018 Version)",,,';
  const header = ["receiving (across) / sending (down) ", ...countries].map(cell).join();
  return [title, header, ...rows, ",,,", "Notes:,,,", "These estimates are invented.,,,"].join("\n");
}
