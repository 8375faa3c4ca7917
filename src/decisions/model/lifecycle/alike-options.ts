/**
 * The option that another one is too much like, if any: people would split their voices between the two. Alike are names that differ in
 * capitals, accents, punctuation, blanks or the order of words, or in one letter of one longer word ("Plumes" and "Plums"); never in digits,
 * nor in a short word, since "Plan A" and "Plan B" are two plans.
 *
 * `alikeOption("  the Café! ", ["Library", "Cafe, the"])` is `"Cafe, the"`.
 */
export function alikeOption(option: string, options: readonly string[]): string | undefined {
  const words = wordsOf(option);
  return options.find((known) => areAlike(words, wordsOf(known)));
}

const shortWord = 5;

function wordsOf(option: string): readonly string[] {
  const plain = option
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  // What is nothing but signs (":-)") is compared as it is written.
  return plain === "" ? [option.trim()] : plain.split(" ").toSorted();
}

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  if (one.join("") === other.join("")) return true;
  if (one.length !== other.length) return false;
  const unlike = one.filter((word) => !other.includes(word));
  const left = other.filter((word) => !one.includes(word));
  const [word, counterpart] = [unlike[0], left[0]];
  if (unlike.length !== 1 || left.length !== 1 || word === undefined || counterpart === undefined) return false;
  const isLong = Math.min(word.length, counterpart.length) >= shortWord;
  return isLong && !/\d/.test(word + counterpart) && differInOneLetter(word, counterpart);
}

/** One letter more, one less, another one, or two that changed places. */
function differInOneLetter(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2));
}
