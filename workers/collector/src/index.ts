export { type Adapters, allAdapters } from "./adapters/index.ts";
export { type CheckContext, checks } from "./checks/index.ts";
export { type Collector, createCollector } from "./collector.ts";
export { type CollectTask, planTasks } from "./schedule/collect-tasks.ts";
export { type CollectContext, collect } from "./visit/collect.ts";
export { identifyQuote } from "./visit/identify-quote.ts";
export { type Knowledge, type PlannedVisit, planVisit } from "./visit/plan-visit.ts";
export { type RateReading, readRates } from "./visit/read-rates.ts";
export type { Visit } from "./visit/visit.ts";
