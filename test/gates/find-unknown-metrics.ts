import { parser } from "@prometheus-io/lezer-promql";

/** What Prometheus itself knows of whomever it asks. */
const ofPrometheus = new Set(["up"]);
/** What a histogram or a summary is told as. */
const suffixes = /_(bucket|sum|count)$/;

export interface Question {
  /** Where it stands, for the one who mends it. */
  readonly place: string;
  readonly expression: string;
}

/** Questions that PromQL does not understand, and those about figures that no process has. */
export function findUnknownMetrics(questions: readonly Question[], known: ReadonlySet<string>): string[] {
  return questions.flatMap(({ place, expression }) => {
    const { names, isSound } = readNames(expression);
    if (!isSound) return [`${place}: this is no PromQL: ${expression}`];
    if (names.length === 0) return [`${place}: asks for no figure: ${expression}`];
    return names
      .filter((name) => !ofPrometheus.has(name) && !known.has(name) && !known.has(name.replace(suffixes, "")))
      .map((name) => `${place}: no process has a figure ${name}`);
  });
}

function readNames(expression: string): { readonly names: readonly string[]; readonly isSound: boolean } {
  const names: string[] = [];
  let isSound = true;
  parser.parse(expression).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) isSound = false;
      if (type.name === "Identifier" && node.parent?.name === "VectorSelector") names.push(expression.slice(from, to));
    },
  });
  return { names, isSound };
}
