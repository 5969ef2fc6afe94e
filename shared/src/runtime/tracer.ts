import type { Part } from "./lifecycle.ts";

/** One piece of work that is over. Nothing in it may say who asked what: no path, query, address or header. */
export interface Span {
  /** One of few, such as the template of a route. */
  readonly name: string;
  /** Whether somebody else asked for it, or the process itself did it. */
  readonly kind: "answer" | "work";
  readonly durationMs: number;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly hasFailed: boolean;
}

/** Where work is told of when it is over. */
export interface Tracer {
  tell(span: Span): void;
}

export interface Tracing {
  readonly tracer: Tracer;
  /** Sends what is left when it stops: first among the parts, so that it stops last. */
  readonly part: Part;
}

/** Tells nobody. */
export const noTracer: Tracer = { tell: () => undefined };

/** Tells of the work when it ends, and of its failure as one; what went wrong stays in the log. */
export async function traced<Value>(
  tracer: Tracer,
  name: string,
  attributes: Span["attributes"],
  work: () => Promise<Value>,
): Promise<Value> {
  const startedMs = performance.now();
  let hasFailed = true;
  try {
    const value = await work();
    hasFailed = false;
    return value;
  } finally {
    tracer.tell({ name, kind: "work", durationMs: performance.now() - startedMs, attributes, hasFailed });
  }
}
