import type { ServerResponse } from "node:http";
import { HttpProblem } from "../problems/http-problem.ts";

/** A small file is through by then, and a place free. */
const retryAfterSeconds = "30";

/** Files on their way at one time, one for each client: each holds a connection to PostgreSQL, of which there are few. */
export function createPlaces(most: number) {
  const clients = new Set<string>();
  let taken = 0;
  return {
    /**
     * Takes a place for a client and returns the way to leave it.
     *
     * @throws HttpProblem 429 where all are taken, or one by this client.
     */
    enter(client: string, response: ServerResponse): () => void {
      if (clients.has(client)) throw wait("A file of yours is being sent already.");
      if (taken >= most) throw wait(`${most} files are being sent already.`);
      clients.add(client);
      taken += 1;
      let isServed = false;
      let isIn = true;
      const serve = () => {
        if (!isServed) clients.delete(client);
        isServed = true;
      };
      // Whoever has the last byte may ask for the next file, while the connection behind this one is being put away.
      // So many listen to a file that Node would take them for a leak.
      response.setMaxListeners(20).once("finish", serve).once("close", serve);
      return () => {
        serve();
        if (isIn) taken -= 1;
        isIn = false;
      };
    },
  };
}

function wait(why: string): HttpProblem {
  return new HttpProblem(`${why} Ask again in ${retryAfterSeconds} seconds.`, {
    code: "too_many_requests",
    headers: { "retry-after": retryAfterSeconds },
  });
}
