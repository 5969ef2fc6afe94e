/** Something wrong in a config file, in words for the person who has to mend it. */
export interface ConfigProblem {
  readonly file: string;
  /** JSON path such as `$.amounts[2]`; `$` is the whole file. */
  readonly path: string;
  readonly wrong: string;
  readonly fix: string;
}

/** One line per problem: `file: path: what is wrong: what to do`. */
export function problemLine({ file, path, wrong, fix }: ConfigProblem): string {
  return `${file}: ${path}: ${wrong}: ${fix}`;
}

/** `["amounts", 2]` as `$.amounts[2]`. */
export function jsonPath(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>(
    (path, step) => (typeof step === "number" ? `${path}[${step}]` : `${path}.${String(step)}`),
    "$",
  );
}
