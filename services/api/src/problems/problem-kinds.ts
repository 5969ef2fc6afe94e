import type { ProblemKind } from "@openremit/shared/contracts";
import type { ErrorCode } from "@openremit/shared/domain";

const ours: ProblemKind = { status: 500, title: "Something is wrong on our side" };

/** How the closed error family looks from outside; the queue has a table of its own. */
export const problemKinds: Readonly<Record<ErrorCode, ProblemKind>> = {
  input: { status: 400, title: "The question cannot be understood" },
  not_covered: { status: 404, title: "Not covered" },
  no_fresh_data: { status: 503, title: "Cannot be answered at the moment" },
  domain: ours,
  config: ours,
  source_http: ours,
  source_limited: ours,
  source_shape: ours,
  source_refused: ours,
  expectation: ours,
};

/** Refusals of HTTP itself. */
export const httpKinds = {
  malformed_request: { status: 400, title: "The request is malformed" },
  unauthorized: { status: 401, title: "The key is not accepted" },
  forbidden: { status: 403, title: "The key may not do this" },
  not_found: { status: 404, title: "There is nothing here" },
  method_not_allowed: { status: 405, title: "Another method is needed here" },
  not_acceptable: { status: 406, title: "Only JSON is spoken here" },
  precondition_failed: { status: 412, title: "It is not what you expect it to be" },
  body_not_allowed: { status: 413, title: "This address takes no body" },
  body_too_large: { status: 413, title: "The body is too large" },
  uri_too_long: { status: 414, title: "The address is too long" },
  unsupported_media_type: { status: 415, title: "Only JSON is taken here" },
  range_not_satisfiable: { status: 416, title: "The file has no such part" },
  too_many_requests: { status: 429, title: "Too many requests" },
  overloaded: { status: 503, title: "Too much is asked at the moment" },
} as const satisfies Record<string, ProblemKind>;
export type HttpProblemCode = keyof typeof httpKinds;
