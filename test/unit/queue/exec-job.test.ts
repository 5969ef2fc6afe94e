import { describe, expect, it } from "@jest/globals";
import { SourceRefusedError, SourceShapeError } from "@openremit/shared/domain";
import { defineJob, execJob, type JobListeners } from "@openremit/shared/queue";
import { z } from "zod";

const greet = defineJob({
  name: "greet",
  schema: z.object({ name: z.string(), times: z.number().default(1) }).strict(),
  async exec(payload, context: { said: string[]; failure?: Error }) {
    if (context.failure) throw context.failure;
    context.said.push(payload.name.repeat(payload.times));
  },
});
const job = (payload: unknown) => ({ queueName: "greet", jobId: "7", payload });

function scene(failure?: Error) {
  const told: unknown[] = [];
  const listeners: JobListeners = {
    onPoisoned: async (poisoned) => void told.push(poisoned),
    onRefused: async (refused) => void told.push(refused),
  };
  return { told, listeners, context: { said: [] as string[], ...(failure && { failure }) } };
}

describe("execJob", () => {
  it("runs the body with the payload as its schema reads it", async () => {
    const { context, listeners, told } = scene();
    await execJob(job({ name: "Amal" }), greet, context, listeners);
    expect({ said: context.said, told }).toEqual({ said: ["Amal"], told: [] });
  });

  it("ends a poisoned payload for good, and says what is wrong with it", async () => {
    const { context, listeners, told } = scene();
    await expect(execJob(job({ name: 5, age: 1 }), greet, context, listeners)).rejects.toMatchObject({
      name: "UnrecoverableError",
    });
    expect(told).toEqual([
      { ...job({ name: 5, age: 1 }), problem: expect.stringMatching(/name[\s\S]*age|age[\s\S]*name/) },
    ]);
    expect(context.said).toEqual([]);
  });

  it("tries a poisoned payload again where telling of it failed", async () => {
    const { context } = scene();
    const away = new Error("Connection terminated");
    const failing: JobListeners = { onPoisoned: () => Promise.reject(away) };
    await expect(execJob(job(null), greet, context, failing)).rejects.toBe(away);
  });

  it("tells of a refusal before it fails", async () => {
    const refusal = new SourceRefusedError("403");
    const { context, listeners, told } = scene(refusal);
    await expect(execJob(job({ name: "Amal" }), greet, context, listeners)).rejects.toBe(refusal);
    expect(told).toEqual([{ ...job({ name: "Amal" }), error: refusal }]);
  });

  it("passes every other failure on as it is", async () => {
    const failure = new SourceShapeError("alien");
    const { context, listeners, told } = scene(failure);
    await expect(execJob(job({ name: "Amal" }), greet, context, listeners)).rejects.toBe(failure);
    expect(told).toEqual([]);
  });
});
