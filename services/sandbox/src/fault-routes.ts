import { InputError } from "@openremit/shared/domain";
import { Router } from "express";
import { type FaultBook, faultSchema } from "./faults.ts";
import { readBody } from "./read-body.ts";

/** `PUT`, `DELETE` and `GET` of faults. The kinds and their fields are those of `faultSchema`. */
export function createFaultRoutes(faults: FaultBook): Router {
  const router = Router();
  router.get("/", (_request, response) => {
    response.json(faults.list());
  });
  router.put("/:source", (request, response) => {
    faults.set(request.params.source, readFault(readBody(request)));
    response.status(204).end();
  });
  router.delete("/:source", (request, response) => {
    faults.set(request.params.source, null);
    response.status(204).end();
  });
  return router;
}

function readFault(body: string) {
  try {
    return faultSchema.parse(JSON.parse(body));
  } catch (cause) {
    throw new InputError(`a fault is {"kind": …, "times"?, "retryAfterSeconds"?, "delayMs"?}: ${String(cause)}`, {
      cause,
    });
  }
}
