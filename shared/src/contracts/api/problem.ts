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
