export { judgeVisit, type VisitGround } from "./judge-visit.ts";
export { differingFields, settleVisit, type VisitEntry, type VisitSettlement } from "./settle-visit.ts";
export { computedReceived, totalOfVisit, type VisitFigures } from "./visit-figures.ts";
export { type VisitNote, type VisitState, visitNotes, visitStates } from "./visit-words.ts";
