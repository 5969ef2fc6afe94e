import { z } from "zod";

/**
 * The rules of Data Package v2 for the properties that a release uses, as its profiles state them:
 * https://datapackage.org/profiles/2.0/datapackage.json, dataresource.json, tableschema.json, tabledialect.json. The
 * profiles themselves are in no package of the registry.
 */
const path = z.string().regex(/^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*|(http|ftp)s?:\/\/.*)$/);
const licenses = z
  .array(
    z
      .object({ name: z.string().regex(/^([-a-zA-Z0-9._])+$/), title: z.string(), path })
      .partial()
      .refine(({ name, path: address }) => name !== undefined || address !== undefined, "a name or a path"),
  )
  .min(1);

const field = z.object({
  name: z.string().min(1),
  type: z.enum(["string", "number", "integer", "boolean", "date", "datetime"]),
  description: z.string(),
  constraints: z
    .object({ required: z.boolean(), enum: z.array(z.string()).min(1) })
    .partial()
    .strict()
    .optional(),
});

const tableSchema = z
  .object({
    fields: z.array(field).min(1),
    primaryKey: z.array(z.string()).min(1),
    missingValues: z.array(z.string()),
  })
  .strict()
  .refine(({ fields, primaryKey }) => primaryKey.every((key) => fields.some(({ name }) => name === key)), "key");

const dialect = z
  .object({
    delimiter: z.literal(","),
    quoteChar: z.literal('"'),
    doubleQuote: z.literal(true),
    lineTerminator: z.literal("\r\n"),
    header: z.literal(true),
  })
  .strict();

const resource = z
  .object({
    name: z.string().regex(/^[-a-z0-9._/]+$/),
    path,
    type: z.literal("table").optional(),
    title: z.string(),
    description: z.string(),
    format: z.string(),
    mediatype: z.string().regex(/^(.+)\/(.+)$/),
    encoding: z.literal("utf-8").optional(),
    bytes: z.number().int().nonnegative(),
    hash: z.string().regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/),
    licenses: licenses.optional(),
    rights: z.literal("RIGHTS.md").optional(),
    dialect: dialect.optional(),
    schema: tableSchema.optional(),
    simulated: z.boolean(),
  })
  .strict()
  .refine(({ type, schema }) => (type === "table") === (schema !== undefined), "a table has a schema");

export const dataPackageProfile = z
  .object({
    $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
    name: z.string().regex(/^[-a-z0-9._/]+$/),
    title: z.string(),
    description: z.string(),
    version: z.string(),
    created: z.iso.datetime(),
    keywords: z.array(z.string()).min(1),
    contributors: z.array(z.object({ title: z.string(), roles: z.array(z.string()).min(1) }).strict()).min(1),
    licenses: licenses.optional(),
    rights: z.literal("RIGHTS.md"),
    sources: z.array(z.object({ title: z.string(), path: path.optional() }).strict()),
    resources: z.array(resource).min(1),
    simulated: z.boolean(),
  })
  .strict()
  .refine(({ resources }) => new Set(resources.map(({ name }) => name)).size === resources.length, "a name twice");
