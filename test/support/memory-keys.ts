import { createKeyText, type KeyFinding, type KeyRing, type KnownKey, parseKeyText } from "@openremit/shared/storage";

/** Keys in memory, until the database behind them is switched off. */
export function createMemoryKeys(wanted: Readonly<Record<string, Partial<KnownKey>>> = {}) {
  const state = { isUp: true, asked: 0 };
  const made = Object.entries(wanted).map(([name, fields]) => {
    const { keyId, text } = createKeyText();
    const key: KnownKey = { keyId, holder: keyId, label: name, scopes: [], ...fields };
    return { name, text, key };
  });
  const familiar = new Set<string>();
  const recall = (text: string): KeyFinding | null => {
    const parsed = parseKeyText(text);
    if (parsed === null) return { kind: "refused", why: "malformed" };
    return null;
  };
  const keyRing: KeyRing = {
    recall,
    isFamiliar: (text) => familiar.has(text),
    async check(text) {
      state.asked += 1;
      const refused = recall(text);
      if (refused !== null) return refused;
      if (!state.isUp) return { kind: "unchecked" };
      const found = made.find((one) => one.text === text);
      if (found === undefined) return { kind: "refused", why: "unknown" };
      familiar.add(text);
      return { kind: "known", key: found.key };
    },
  };
  const textOf = (name: string): string => made.find((one) => one.name === name)?.text ?? "";
  return { keyRing, state, textOf };
}

/** For scenes in which nobody has a key. */
export const noKeys: KeyRing = createMemoryKeys().keyRing;
