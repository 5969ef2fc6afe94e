const groupMark = "[.,\\s'’٬]";
const oneGroup = new RegExp(`${groupMark}\\d{3}$`);
const manyGroups = new RegExp(`^\\d{1,3}(${groupMark}\\d{3})+([.,]\\d+)?$`);

/**
 * Whether thousands are set apart in a bare number. 1.000 is one or a thousand, by the country somebody learnt to count
 * in: nobody guesses.
 *
 * @param digits those of the currency after the point
 */
export function hasThousands(text: string, digits: number): boolean {
  const isGrouped = digits < 3 ? oneGroup.test(text) || manyGroups.test(text) : /[.,].*[.,]/.test(text);
  return isGrouped && /^[\d.,\s'’٬]+$/.test(text);
}
