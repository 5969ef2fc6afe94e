import { baseEnvironment, portVariable } from "@openremit/shared/runtime";
import { z } from "zod";

/** What the sandbox's process reads. */
export const sandboxEnvironment = z.object({
  SANDBOX_PORT: portVariable(0),
  SANDBOX_HOST: z.string().default("127.0.0.1").describe("the address to listen on"),
  OPENREMIT_CONFIG_DIR: baseEnvironment.shape.OPENREMIT_CONFIG_DIR,
  SANDBOX_SEED: z.string().default("openremit").describe("any text: the same seed invents the same prices"),
});
