/** More than the words of any column that repeats them; a column of free text starts anew from time to time. */
const mostRemembered = 2_000;

/** The same reading, done once for every text: columns of a survey hold a few dozen words, hundreds of thousands of times. */
export function remember<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = read(key);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, { value });
    return value;
  };
}
