import { z } from "zod";

export const healthzAnswer = z.object({ status: z.literal("alive") }).meta({ id: "Healthz" });

const part = z.object({
  name: z.enum(["redis", "postgres", "book"]),
  up: z.boolean(),
  detail: z.string().describe("What is missing, or that nothing is"),
});

export const readyzAnswer = z
  .object({ status: z.enum(["ready", "not_ready"]), parts: z.array(part) })
  .meta({ id: "Readyz", description: "503 with the same body where a part is missing" });
export type ReadyzAnswer = z.infer<typeof readyzAnswer>;
