import fc from "fast-check";
import { figures, words } from "../../support/hostile-values.ts";
import { edits, mutateAnswer } from "../../support/mutate-answer.ts";
import type { Operation, Parameter } from "./described-operations.ts";

/** One request, as it goes over the wire. */
export interface Ask {
  readonly operation: Operation;
  readonly method: string;
  /** Path and query, encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What the service under test knows: values by parameter, or by path and parameter, and bodies by path. */
export interface Known {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly bodies: Readonly<Record<string, string>>;
  /** A key that may do everything, for paths that want one. */
  readonly key: string;
}

const hostile = fc.oneof(
  fc.constantFrom(...words.filter((word) => word.length < 3_000), ...figures),
  fc.constantFrom(
    "../../etc/passwd",
    "be-ma/..",
    "%00",
    "%",
    "a\r\nx: y",
    "' or 1=1 --",
    "{{7*7}}",
    "$1",
    "constructor",
  ),
  fc.string({ unit: "grapheme", maxLength: 20 }),
);
const longText = fc.constantFrom("x".repeat(9_000), "9".repeat(30_000));

/** Room for the address within the header bytes a server takes. */
const longestHead = 4_000;

const headers = fc.record(
  {
    accept: fc.constantFrom("application/json", "text/html", "*/*;q=0", "application/problem+json", "x", ",,;q=9"),
    "accept-encoding": fc.constantFrom("gzip", "br", "identity;q=0", "br;q=x, gzip", "*;q=0"),
    "if-none-match": fc.constantFrom("*", '"x"', 'W/"a", "b"', "\\"),
    range: fc.constantFrom("bytes=0-0", "bytes=9-1", "bytes=-1,-2", "x"),
    "x-forwarded-for": fc.constantFrom("127.0.0.1", "::1, 10.0.0.1", "<b>"),
    "x-request-id": fc.constantFrom("1", "x".repeat(300), "__proto__"),
    host: fc.constantFrom("evil.example", "a:b:c", "[::1]:1"),
    origin: fc.constantFrom("null", "https://evil.example"),
    authorization: fc.constantFrom("Bearer x", "Basic Og==", "Bearer orm_0000_0000"),
    cookie: fc.constant("a=b; __proto__=c"),
  },
  { requiredKeys: [] },
);

/** Before the path: whole addresses, as proxies are asked. */
const origins = fc.constantFrom("http://evil.example", "http://a:99999", "http://[", "https://user@evil.example:1");

/** Requests to an operation: a third without fault, most with one or two, some past reason. */
export function askArbitrary(operation: Operation, known: Known): fc.Arbitrary<Ask> {
  return fc.oneof(
    { weight: 4, arbitrary: build(operation, known, { faults: 0 }) },
    { weight: 6, arbitrary: build(operation, known, { faults: 25 }) },
    { weight: 1, arbitrary: build(operation, known, { faults: 90 }) },
  );
}

function build(operation: Operation, known: Known, { faults }: { faults: number }): fc.Arbitrary<Ask> {
  const isSound = faults === 0;
  const arbitraryOf = (parameter: Parameter) => parameterArbitrary(operation.path, parameter, known, faults);
  const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
  const inQuery = operation.parameters.filter((parameter) => parameter.in === "query");
  const sound = known.bodies[operation.path];
  const needsKey = operation.security.length > 0 && operation.security.every((way) => "key" in way);
  const own: Record<string, string> = {
    ...(needsKey && { authorization: `Bearer ${known.key}` }),
    ...(sound !== undefined && { "content-type": "application/json" }),
  };
  return fc
    .record({
      path: fc.record(Object.fromEntries(inPath.map((parameter) => [parameter.name, arbitraryOf(parameter)]))),
      query: fc.record(
        Object.fromEntries(
          inQuery.map((parameter) => [parameter.name, fc.option(arbitraryOf(parameter), { freq: 2 })]),
        ),
      ),
      extra: isSound ? fc.constant([]) : fc.array(fc.tuple(hostile, hostile), { maxLength: 2 }),
      twice: fc.boolean(),
      headers: isSound ? fc.constant({}) : fc.oneof(fc.constant({}), headers),
      method: isSound
        ? fc.constant(operation.method)
        : fc.oneof(
            { weight: 9, arbitrary: fc.constant(operation.method) },
            fc.constantFrom("POST", "HEAD", "PUT", "OPTIONS"),
          ),
      body: sound === undefined ? fc.constant(null) : bodyArbitrary(sound, isSound),
      origin: isSound ? fc.constant("") : fc.oneof({ weight: 19, arbitrary: fc.constant("") }, origins),
    })
    .map(({ path, query, extra, twice, headers: sent, method, body, origin }) => {
      const pairs = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
      const all = [...pairs, ...extra, ...(twice && !isSound ? pairs.slice(0, 1) : [])];
      const filled = operation.path.replace(/\{(\w+)\}/g, (_whole, name: string) => encode(path[name] ?? ""));
      const search = all.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
      const target = `${origin}${filled}${search === "" ? "" : `?${search}`}`;
      return {
        operation,
        // What is too long is refused before its method is read, so a HEAD would get a body.
        method: method === "HEAD" && target.length > longestHead ? operation.method : method,
        target,
        headers: { ...own, ...sent },
        body: method === "GET" || method === "HEAD" ? null : body,
      };
    });
}

function parameterArbitrary(path: string, { name, schema, in: where }: Parameter, known: Known, faults: number) {
  const values = known.values[`${path} ${name}`] ?? known.values[name] ?? schema.enum;
  const { pattern } = schema;
  const fitting = pattern === undefined ? hostile : fc.stringMatching(new RegExp(pattern));
  const good = values === undefined ? fitting : fc.constantFrom(...values);
  if (faults === 0) return good;
  // Without a word between its slashes a path is another one.
  const wrong = where === "path" ? hostile.filter((text) => text !== "") : hostile;
  return fc.oneof(
    { weight: 40 * (100 - faults), arbitrary: good },
    { weight: 10 * faults, arbitrary: fitting },
    { weight: 20 * faults, arbitrary: wrong },
    { weight: 2 * faults, arbitrary: longText },
  );
}

function bodyArbitrary(sound: string, isSound: boolean): fc.Arbitrary<string> {
  if (isSound) return fc.constant(sound);
  return fc.oneof(
    { weight: 3, arbitrary: edits.map((changes) => mutateAnswer(sound, changes)) },
    { weight: 1, arbitrary: fc.constantFrom("", "{", "null", "[]", '{"__proto__":{"a":1}}', sound) },
  );
}

/** As `encodeURIComponent`, also of halves of characters. */
function encode(text: string): string {
  return encodeURIComponent(Buffer.from(text, "utf8").toString("utf8"));
}
