declare module "composeverter" {
  const composeverter: {
    /** The Compose Specification's JSON schema. */
    getDockerComposeSchemaWithoutFormats(): Record<string, unknown>;
  };
  export = composeverter;
}
