import { HttpProblem } from "../problems/http-problem.ts";

/** A small file is through by then, and a place free. */
const retryAfterSeconds = "30";

/** Files on their way at one time: each holds a connection to PostgreSQL, of which there are few. */
export function createPlaces(most: number) {
  let taken = 0;
  return {
    /**
     * Takes a place and returns the way to leave it.
     *
     * @throws HttpProblem 429 where all are taken.
     */
    enter(): () => void {
      if (taken >= most) {
        throw new HttpProblem(`${most} files are being sent already. Ask again in ${retryAfterSeconds} seconds.`, {
          code: "too_many_requests",
          headers: { "retry-after": retryAfterSeconds },
        });
      }
      taken += 1;
      let isIn = true;
      return () => {
        if (isIn) taken -= 1;
        isIn = false;
      };
    },
  };
}
