import type {
  PlannedRequest,
  QuoteAdapter,
  QuoteTask,
  SourceAnswer,
} from "../../workers/collector/src/adapters/adapter.ts";

/** Asks what an adapter plans, then what the answers call for. `first` stands in for the answer to its first request. */
export async function askWhole<Got extends SourceAnswer>(
  adapter: QuoteAdapter,
  task: QuoteTask,
  ask: (request: PlannedRequest) => Promise<Got>,
  first?: Got,
): Promise<Got[]> {
  const answers = first === undefined ? [] : [first];
  for (const request of adapter.plan(task).slice(answers.length)) answers.push(await ask(request));
  for (const request of adapter.follow?.(answers, task) ?? []) answers.push(await ask(request));
  return answers;
}

/** The requests of a whole visit, given its answers. */
export function requestsOf(
  adapter: QuoteAdapter,
  task: QuoteTask,
  answers: readonly SourceAnswer[],
): readonly PlannedRequest[] {
  const planned = adapter.plan(task);
  return [...planned, ...(adapter.follow?.(answers.slice(0, planned.length), task) ?? [])];
}
