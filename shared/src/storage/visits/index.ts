export { decideVisit, type VisitDecision } from "./decide-visit.ts";
export { type NearVisit, readNearVisits } from "./near-visits.ts";
export { type PublishedVisits, publishVisits } from "./publish-visits.ts";
export { type EntryOfVisit, findVisit, readVisit, readVisits, toEntry, type VisitRecord } from "./read-visits.ts";
export { type EnteredVisit, recordVisit } from "./record-visit.ts";
export { buildStoredVisit, type StoredVisit } from "./stored-visit.ts";
