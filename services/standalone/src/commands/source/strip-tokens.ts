/** Names of fields and parameters whose value opens something. */
const tokenName =
  /^(?:key|sig|sid|auth|jwt)$|token|secret|passw|session|cookie|csrf|xsrf|signature|api[_-]?key|authori[sz]ation|credential|bearer/i;

const jsonField = /"([^"\\]{1,80})"(\s*:\s*)"((?:[^"\\]|\\.)+)"/g;
const formField = /(^|[?&])([^=&?#\s]{1,80})=([^&#\s]+)/g;
const namedTag = /<(?:input|meta)\b[^<>]{0,2000}>/gi;
const webToken = /eyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g;
const bearer = /\b(bearer\s+)[\w.~+/=-]{8,}/gi;

export interface Stripped {
  readonly text: string;
  /** What was left out, in words; each once. */
  readonly left: readonly string[];
}

/**
 * A text without what opens something: values whose name says so, in JSON, in a query or form, and in a page's tags; the
 * tokens that are known; and whatever looks like one. The field stays, its value is empty, so that the shape is kept.
 */
export function stripTokens(text: string, known: readonly string[]): Stripped {
  const left = new Set<string>();
  const emptied = (what: string, kept: string) => {
    left.add(what);
    return kept;
  };
  const named = text
    .replace(jsonField, (whole, name: string, colon: string) =>
      tokenName.test(name) ? emptied(`the field ${name}`, `"${name}"${colon}""`) : whole,
    )
    .replace(formField, (whole, before: string, name: string) =>
      tokenName.test(name) ? emptied(`the parameter ${name}`, `${before}${name}=`) : whole,
    )
    .replace(namedTag, (tag) => stripTag(tag, emptied));
  const plain = spellings(known).reduce(
    (rest, spelling) => (rest.includes(spelling) ? emptied("a token", rest.replaceAll(spelling, "")) : rest),
    named,
  );
  const clean = plain
    .replace(webToken, () => emptied("a JSON web token", ""))
    .replace(bearer, (_, word: string) => emptied("a bearer token", word));
  return { text: clean, left: [...left] };
}

function stripTag(tag: string, emptied: (what: string, kept: string) => string): string {
  const name = /\bname\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? "";
  if (!tokenName.test(name)) return tag;
  return tag.replace(
    /\b(value|content)(\s*=\s*)(?:"[^"]+"|'[^']+'|[^\s"'>]+)/gi,
    (_, attribute: string, sign: string) => emptied(`the field ${name}`, `${attribute}${sign}""`),
  );
}

/** A token as it stands in JSON, in an address and in neither. */
function spellings(known: readonly string[]): readonly string[] {
  return known.filter((token) => token.length > 3).flatMap((token) => [token, encodeURIComponent(token)]);
}
