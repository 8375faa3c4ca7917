const longestHandle = 30;

/**
 * Handles that a gathering may be given by its title, the one liked best first: letters without accents, digits, and low lines for
 * all else, at most 30 characters.
 *
 * `suggestedHandles("Première réunion !")` begins with `premiere_reunion`, `premiere_reunion_2`. A title without Latin letters
 * gives `gathering`.
 */
export function suggestedHandles(title: string): readonly string[] {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[_0-9]+|_+$/g, "");
  const base = plain.length < 2 ? "gathering" : plain;
  return [cutTo(base, longestHandle), ...Array.from({ length: 8 }, (_, place) => numbered(base, place + 2))];
}

function numbered(base: string, number: number): string {
  const ending = `_${number}`;
  return `${cutTo(base, longestHandle - ending.length)}${ending}`;
}

/** At most so many characters, cut between words where that keeps half of it. */
function cutTo(base: string, most: number): string {
  if (base.length <= most) return base;
  const cut = base.slice(0, most + 1);
  const word = cut.lastIndexOf("_");
  return cut.slice(0, word > most / 2 ? word : most).replace(/_+$/, "");
}
