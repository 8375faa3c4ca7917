/** Answers that synthetic places have, each in its turn; the turns are of unlike length, so that all combinations occur. */
const turns = {
  kinds: ["member_coop", "association", "collective", "nonprofit_operator", "individual", "company", "party"],
  countries: ["DE", "FR", "IT", "ES", "NL", "US", "CA", "BR", "AR", "JP", "NZ"],
  languages: ["en", "de", "fr", "es", "it", "nl", "pt", "ja", "ca", "eo", "gl", "cy", "sv"],
  software: ["mastodon", "gotosocial", "pleroma", "misskey", "peertube"],
  ways: ["consensus", "assembly", "elected board", "working group"],
} as const;

const words = ["radio", "garden", "library", "harbour", "school", "cinema", "bakery", "archive", "orchestra"] as const;

/** A list of so many places as CSV, from `first` on; each row about as long as those that people write. */
export function listOfPlaces(first: number, count: number): string {
  const rows = Array.from({ length: count }, (_, place) => rowOf(first + place));
  return ["name,domain,ownership,country,languages,software,governance,status", ...rows].join("\n");
}

function rowOf(place: number): string {
  const at = <Word>(list: readonly Word[]): Word | undefined => list[place % list.length];
  const name = `${at(words)} ${place}`;
  const answers = [at(turns.kinds), at(turns.countries), at(turns.languages), at(turns.software), at(turns.ways)];
  return [name, `p${place}.example`, ...answers, place % 10 === 0 ? "closed" : "active"].join(",");
}
