/** Fields of the form, each as typed. The key is none of them: it is asked for every time and shown to nobody again. */
export const visitFields = [
  "route",
  "provider",
  "day",
  "time",
  "visitor",
  "enteredBy",
  "amount",
  "feePlacement",
  "fee",
  "rate",
  "received",
  "speed",
  "payIn",
  "payOut",
  "payOutFee",
  "where",
] as const;
export type VisitField = (typeof visitFields)[number];
export type TypedVisit = Readonly<Record<VisitField, string>>;
export type WrongVisit = Readonly<Partial<Record<VisitField | "key", string>>>;

export const emptyVisit: TypedVisit = {
  ...(Object.fromEntries(visitFields.map((name) => [name, ""])) as Record<VisitField, string>),
  feePlacement: "on_top",
  payIn: "cash",
};
