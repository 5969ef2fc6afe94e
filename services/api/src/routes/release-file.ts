import { releaseFileParams } from "@openremit/shared/contracts";
import { defineFileRoute } from "../files/define-file-route.ts";

export const releaseFile = defineFileRoute({
  method: "get",
  path: "/v1/releases/{id}/{file}",
  tag: "data",
  summary: "A file of a frozen version",
  description:
    "Streamed as it stands, the same for ever. The ETag is its SHA-256. A part is answered for Range, so that a download can go on where it broke off.",
  request: { params: releaseFileParams },
  find: ({ id, file }, { comparison }) => comparison.releaseFile(id, file),
});
