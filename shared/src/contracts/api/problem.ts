import { z } from "zod";

/** RFC 9457. `code` is stable; `detail` is for people. */
export const problem = z
  .object({
    type: z.string().describe("URN of the kind of problem").meta({ example: "urn:openremit:problem:input" }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().describe("Path that was asked, without its query"),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(
      z.object({
        parameter: z.string().nullable().describe("Query or path parameter; null where it is about the whole"),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;

export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** A problem as everybody here writes it: its type follows from its code, and no parameter is blamed unless said. */
export function buildProblemOf(
  code: string,
  { status, title }: ProblemKind,
  about: Pick<Problem, "detail" | "instance" | "requestId"> & Partial<Pick<Problem, "errors">>,
): Problem {
  const { detail, instance, requestId, errors = [] } = about;
  return { type: `urn:openremit:problem:${code}`, title, status, detail, instance, code, requestId, errors };
}
