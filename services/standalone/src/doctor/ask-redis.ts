import { inTime } from "@openremit/shared/runtime";
import { Redis } from "ioredis";

const patienceMs = 4_000;

/**
 * Asks one server, and hangs up.
 *
 * @throws what the connection met, where it met something: the question itself would only hear that it is closed.
 */
export async function askRedis<Answer>(url: string, ask: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: null,
    maxRetriesPerRequest: 0,
    connectTimeout: 3_000,
  });
  let trouble: Error | null = null;
  redis.on("error", (error) => {
    trouble = error;
  });
  try {
    const asked = redis.connect().then(() => ask(redis));
    return await inTime(patienceMs, asked, "Redis");
  } catch (error) {
    throw trouble ?? error;
  } finally {
    redis.disconnect();
  }
}
