import { z } from "zod";

const schema = z.record(z.string(), z.unknown());
const parameter = z.object({
  name: z.string(),
  in: z.enum(["path", "query"]),
  required: z.boolean().optional(),
  schema: z.object({
    pattern: z.string().optional(),
    enum: z.array(z.string()).optional(),
    format: z.string().optional(),
    example: z.string().optional(),
  }),
});
const response = z.object({ content: z.record(z.string(), z.object({ schema })).optional() });
const described = z.object({
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema })) }).optional(),
  responses: z.record(z.string(), response),
  /** Ways in: one of them suffices, and an empty one stands for nobody in particular. */
  security: z.array(z.record(z.string(), z.unknown())).default([]),
});
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), described)) });

export type Parameter = z.infer<typeof parameter>;

/** One method of one path, as the OpenAPI document describes it. */
export interface Operation extends z.infer<typeof described> {
  readonly method: string;
  readonly path: string;
}

/** Every operation of an OpenAPI document. */
export function parseOperations(openApi: unknown): Operation[] {
  return Object.entries(document.parse(openApi).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}
