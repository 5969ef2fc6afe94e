/** What somebody says who went to a shop, as it is sent. The same of another visitor is another visit. */
export const saidVisit = {
  corridor: "be-ma",
  provider: "ria",
  visitedAt: "2026-11-22T15:30:00Z",
  visitor: "V7",
  enteredBy: "E1",
  amount: "200",
  feePlacement: "inside",
  fee: "4",
  rate: "10.50",
  received: "2058",
  speed: "less_than_one_hour",
  payOut: "cash_pickup",
  payOutFee: "0",
  where: "Any branch",
};
