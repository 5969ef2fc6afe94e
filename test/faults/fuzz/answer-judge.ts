import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { Ask } from "./ask-arbitrary.ts";
import type { Answer } from "./send-ask.ts";

const problemType = "application/problem+json";
/** A way of asking that the document does not describe, refused before or beside its routes. */
const undescribed = new Set([400, 401, 404, 405, 406, 413, 414, 415, 417, 431]);

/** Judges answers by an OpenAPI document: what is wrong with one, or null. */
export function createJudge(openApi: object): (ask: Ask, answer: Answer) => string | null {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  formats.default(ajv);
  ajv.addSchema(openApi, "openapi");
  const complaint = (pointer: string, body: unknown): string | null => {
    const validate = ajv.getSchema(`openapi#${pointer}`);
    if (validate === undefined) return `the document has no ${pointer}`;
    return validate(body) === true ? null : ajv.errorsText(validate.errors);
  };

  return ({ operation, method }, { status, contentType, text }) => {
    if (status >= 500 && operation.path !== "/readyz") return `status ${status}`;
    if (method === "HEAD" || status === 304 || (method === "OPTIONS" && status === 204)) return null;
    const described = method === operation.method ? operation.responses[status] : undefined;
    const type = contentType.split(";")[0] ?? "";
    if (described === undefined) {
      if (!undescribed.has(status)) return `status ${status} is not described`;
      if (type !== problemType) return `status ${status} as ${type || "nothing"}, not as a problem`;
      return problemIn(text, status, (value) => complaint("/components/schemas/Problem", value));
    }
    if (described.content === undefined || described.content["*/*"] !== undefined) return null;
    if (described.content[type] === undefined)
      return `status ${status} as ${type || "nothing"}, which is not described`;
    if (!/^application\/(json|.*\+json)$/.test(type)) return null;
    const where = ["paths", operation.path, method.toLowerCase(), "responses", `${status}`, "content", type, "schema"];
    const pointer = where.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
    return problemIn(text, status, (value) => complaint(encodeURI(pointer), value));
  };
}

function problemIn(text: string, status: number, complaint: (value: unknown) => string | null): string | null {
  try {
    const wrong = complaint(JSON.parse(text));
    return wrong === null ? null : `status ${status}: ${wrong}`;
  } catch (error) {
    return `status ${status}: ${String(error)}`;
  }
}
