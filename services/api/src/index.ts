export { type Api, type ApiOptions, createApi } from "./create-api.ts";
export { createHttpServer } from "./create-http-server.ts";
