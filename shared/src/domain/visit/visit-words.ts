/** How far a visit to a shop is on its way to being shown. */
export const visitStates = ["waiting", "differs", "held", "accepted", "refused"] as const;
export type VisitState = (typeof visitStates)[number];

/** What keeps a visit that two people entered alike from being shown before an operator has looked. */
export const visitNotes = [
  "does_not_add_up",
  "far_from_reference",
  "far_from_known_prices",
  "nothing_to_compare",
] as const;
export type VisitNote = (typeof visitNotes)[number];
