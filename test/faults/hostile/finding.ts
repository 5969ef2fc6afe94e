/** One fault: what is said of it in advance, and what was seen. */
export interface Finding {
  readonly fault: string;
  readonly expected: string;
  readonly seen: string;
  readonly held: boolean;
}

/** Something that makes one or more faults and looks at what comes of them. */
export type Scenario = () => Promise<readonly Finding[]>;

export type Facts = Readonly<Record<string, unknown>>;

/** @param seen has every fact that is expected, and perhaps figures beyond. */
export function compareFacts(fault: string, expected: Facts, seen: Facts): Finding {
  const held = Object.entries(expected).every(([name, fact]) => JSON.stringify(seen[name]) === JSON.stringify(fact));
  return { fault, expected: wordsOf(expected), seen: wordsOf(seen), held };
}

function wordsOf(facts: Facts): string {
  return Object.entries(facts)
    .map(([name, fact]) => `${name} ${typeof fact === "string" ? fact : JSON.stringify(fact)}`)
    .join(", ");
}
