const deep = 20_000;
const megabyte = 1_000_000;
const nines = (count: number) => "9".repeat(count);

export const figures = [
  ...["0", "0.00", "-0", "-1", "-0.01", "1", "100", "0.1", "1e5", "1E-7", "1e400", "1e-400", "NaN", "Infinity", "null"],
  ...["+1", ".5", "1.", "1,5", "1.234,5", "1,234.5", "0x10", "1_000", "٣", "１", " 1", "1\t", "00.5", "--1", "1.2.3"],
  ...[nines(12), nines(30), nines(31), nines(40), nines(50), `0.${"0".repeat(29)}1`, `0.${"0".repeat(39)}1`],
  ...[`${nines(11)}.${nines(30)}`, `${nines(30)}.${nines(11)}`, `1.${"3".repeat(30)}`, `${nines(400)}e400`],
];

export const words = [
  ...[
    "",
    " ",
    "🙂".repeat(150),
    "\u202e\u200b\ufeff",
    "e\u0301",
    "x".repeat(5_000),
    "__proto__",
    "constructor",
    "toString",
  ],
  ...["0000-01-01", "9999-12-31", "2026-02-30", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1 Mar 0000"],
  ...[
    "P99999999999D",
    "P1000000D",
    "PT999999999999999999H",
    "USD",
    "eur",
    "EUR",
    "XXX",
    "JPY",
    "minimum",
    "Fixed",
    "&nope;",
  ],
  ...[
    "</td>",
    "<div>".repeat(deep),
    `<a${" b='1'".repeat(deep)}>`,
    "<b>",
    "]]>",
    "'",
    "\\",
    "$&",
    "%s",
    "[".repeat(megabyte / 10),
    "(".repeat(megabyte / 10),
  ],
];

/** JSON as text, so that it may be what no value can hold. */
export const values = [
  ...[
    "null",
    "true",
    "false",
    '""',
    "[]",
    "{}",
    "0",
    "1",
    "[null]",
    "[[]]",
    "[{}]",
    '"\\u0000"',
    '"\\ud800"',
    '"\\u0007"',
  ],
  ...[
    '{"__proto__":{"polluted":"yes"}}',
    '{"constructor":{"prototype":{"polluted":"yes"}}}',
    "nan",
    "undefined",
    "'1'",
  ],
  ...[`${"[".repeat(deep)}${"]".repeat(deep)}`, `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`, nines(megabyte)],
  ...figures.map((figure) => JSON.stringify(figure)),
  ...words.map((word) => JSON.stringify(word)),
];

const doctype = (inside: string) => `<?xml version="1.0"?><!DOCTYPE a [${inside}]>`;

/** Whole answers that are none. */
export const wholeAnswers: readonly string[] = [
  ...[
    "",
    " ",
    "\ufeff",
    "\u0000",
    "null",
    "0",
    "[]",
    "{}",
    "[[]]",
    '[{"__proto__":{"polluted":"yes"}}]',
    "<",
    "<a",
    "<a/>",
  ],
  ...["<!DOCTYPE html><html><body>Are you human?</body></html>", "<html>".repeat(deep), "<b><p>".repeat(deep / 10)],
  ...["[".repeat(deep), '{"a":'.repeat(deep), nines(megabyte), `"${nines(megabyte)}"`, "[".repeat(megabyte)],
  ...[doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'), `${doctype("<!ENTITY x '&x;&x;'>")}<a>&x;</a>`],
  ...["<__proto__>1</__proto__>", "<a __proto__='1'/>", "<a>&#0;&nope;</a>", "<a>".repeat(deep) + "</a>".repeat(deep)],
];
