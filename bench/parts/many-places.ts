import { searchableWords, wordsAskedFor } from "../../src/kernel/base/folded-words.ts";
import { seededRandom } from "../../src/kernel/base/seeded.ts";
import { csvFrom } from "../../src/kernel/text/csv.ts";
import { facets, unknown, type Facet, type Filter } from "../../src/directory/model/filter.ts";

/** A place that nobody runs: what lists say of it, and so by what it has to be found. */
export interface ManyPlace {
  readonly name: string;
  readonly domain: string;
  readonly decides: string;
  readonly summary: string;
  readonly answers: Readonly<Record<Facet, readonly string[]>>;
}

// Of each list the first are drawn most often. `unknown` is what no list says.
const ownerships = [
  "individual",
  "association",
  unknown,
  "member_coop",
  "collective_unincorporated",
  "nonprofit_operator",
  "company",
  "party",
  "worker_coop",
] as const;
const practices = ["bdfl", "elected_board", "assembly", "consensus", "working_groups", "jury_sortition"] as const;
const countries = "DE FR US JP IT ES NL CA GB BR AR SE CH AT BE NZ PT PL FI NO DK MX international".split(" ");
const languages = "en de fr es ja it nl pt pl sv ca eo gl cy eu".split(" ");
const software = "mastodon misskey lemmy pleroma gotosocial peertube pixelfed friendica akkoma snac".split(" ");
const lifecycles = ["active", "active", "dormant", "closed", "planned"] as const;
const joinings = ["application", unknown, "open", "closed", "invitation"] as const;
const registrations = ["application", "open", "closed", unknown] as const;
const intentions = ["social", unknown, "local", "organising", "service", "research"] as const;
const nouns = "radio garden library harbour school cinema bakery archive orchestra quarry lantern meadow".split(" ");

/** How people write of ways to decide; the directory reads the ways out of it. */
const wordsOf: Readonly<Record<string, string>> = {
  bdfl: "a BDFL",
  elected_board: "an elected board",
  assembly: "an assembly",
  consensus: "consensus",
  working_groups: "working groups",
  jury_sortition: "a jury",
};

/** So many places, always the same ones: what is common, what is rare, and what goes together, as in earnest. */
export function manyPlaces(count: number): readonly ManyPlace[] {
  return Array.from({ length: count }, (_, number) => placeOf(number));
}

function placeOf(number: number): ManyPlace {
  const random = seededRandom(`place ${number}`);
  const share = () => Number(random() >> 11n) / 2 ** 53;
  // The square draws what stands first more often.
  const one = <Word>(list: readonly Word[]): Word => list[Math.floor(share() ** 2 * list.length)] as Word;
  const some = <Word>(list: readonly Word[], most: number): readonly Word[] => {
    const drawn = Array.from({ length: 1 + Math.floor(share() * most) }, () => one(list));
    return [...new Set(drawn)];
  };
  const ownership = one(ownerships);
  // Whoever runs a place alone decides alone, and nobody else lets one person do so.
  const ways: readonly string[] = ownership === "individual" ? ["bdfl"] : some(practices.slice(1), 2);
  const practice: readonly string[] = share() < 0.4 ? [unknown] : ways;
  const decides = practice.includes(unknown) ? "" : `Runs by ${ways.map((way) => wordsOf[way]).join(" and ")}.`;
  const isTold = isToldElsewhere(number);
  return {
    name: `${one(nouns)} ${one(nouns)} ${number}`,
    domain: `p${number}.example`,
    decides,
    summary: isTold ? `A ${one(nouns)} for those who keep a ${one(nouns)}.` : "",
    answers: {
      ownership: [ownership],
      practice,
      joining: isTold ? [one(joinings)] : [unknown],
      registration: isTold ? [one(registrations)] : [unknown],
      country: share() < 0.2 ? [unknown] : some(countries, 1.1),
      languages: some(languages, 3),
      software: [one(software)],
      intention: isTold ? onlyOrNone(some(intentions, 2)) : [unknown],
      lifecycle: [one(lifecycles)],
      kind: [share() < 0.05 ? "ally" : "instance"],
      verified: ["listed"],
    },
  };
}

/** Of every twentieth place another directory says more. */
function isToldElsewhere(number: number): boolean {
  return number % 20 === 0;
}

function onlyOrNone(drawn: readonly string[]): readonly string[] {
  return drawn.includes(unknown) ? [unknown] : drawn;
}

/** The places as a list that people keep in a spreadsheet. */
export function asCsv(places: readonly ManyPlace[]): string {
  const header = ["name", "domain", "kind", "ownership", "country", "languages", "software", "governance", "status"];
  const rows = places.map(({ name, domain, decides, answers }) => {
    const cell = (facet: Facet) => answers[facet].filter((answer) => answer !== unknown).join("; ");
    const facts = (["kind", "ownership", "country", "languages", "software"] as const).map(cell);
    return [name, domain, ...facts, decides, cell("lifecycle")];
  });
  return csvFrom([header, ...rows]);
}

/** What another directory says of some of the same places, in the form of its own list. */
export function asOtherDirectory(places: readonly ManyPlace[]): string {
  const told = places.filter(({ summary }) => summary !== "");
  const entries = told.map(({ domain, summary, answers }) => {
    const [joining] = answers.joining;
    const [registration] = answers.registration;
    const intention = answers.intention.filter((answer) => answer !== unknown);
    return { domain, summary, joining, registration, intention };
  });
  return JSON.stringify({ entries });
}

/** The places that a filter has to find, in the order of their names: by the definition of a filter, without any index. */
export function placesFitting(places: readonly ManyPlace[], { words, wanted, unwanted }: Filter): readonly ManyPlace[] {
  const sought = wordsAskedFor(words);
  const has = ({ answers }: ManyPlace, facet: Facet, asked: readonly string[] | undefined) =>
    asked?.some((answer) => answers[facet].includes(answer));
  return places
    .filter((place) => facets.every((facet) => has(place, facet, wanted[facet]) !== false))
    .filter((place) => !facets.some((facet) => has(place, facet, unwanted[facet]) === true))
    .filter((place) => sought.length === 0 || hasWords(place, sought))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** Each word stands in the place, the last one perhaps as the beginning of one. */
function hasWords({ name, domain, decides, summary }: ManyPlace, sought: readonly string[]): boolean {
  const words = new Set(searchableWords([name, domain, decides, summary].join(" ")).split(" "));
  const last = sought.at(-1) ?? "";
  return sought.slice(0, -1).every((word) => words.has(word)) && [...words].some((word) => word.startsWith(last));
}
