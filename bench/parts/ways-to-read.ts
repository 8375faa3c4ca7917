import { facets, filterFrom, queryOf, unknown, type Facet, type Filter } from "../../src/directory/model/filter.ts";
import { seededRandom } from "../../src/kernel/base/seeded.ts";
import type { ManyPlace } from "./many-places.ts";

/** One way to read the directory: what it is called in a table, and the filter it asks by. */
export interface WayToRead {
  readonly name: string;
  readonly filter: Filter;
}

/** Each facet alone: the commonest answer, the rarest, that nobody says it, and all but the commonest. */
export function facetsAlone(places: readonly ManyPlace[]): readonly WayToRead[] {
  return facets.flatMap((facet) => {
    const known = answersByCount(places, facet);
    const [common, rare] = [known[0] ?? unknown, known.at(-1) ?? unknown];
    const asked = [`${facet}=${common}`, `${facet}=${rare}`, `not-${facet}=${common}`];
    const all = facet === "kind" || facet === "verified" ? asked : [...asked, `${facet}=${unknown}`];
    return [...new Set(all)].map(wayBy);
  });
}

/** Questions that people ask together, and such that are hard: many fit each of them, and few or none all. */
export const combined: readonly WayToRead[] = [
  "ownership=member_coop&ownership=association&ownership=collective_unincorporated",
  "ownership=association&country=DE&languages=de&practice=assembly&not-lifecycle=closed",
  "joining=open&joining=application&not-lifecycle=closed&not-lifecycle=planned&languages=es&kind=instance",
  "not-ownership=party&not-ownership=company&not-lifecycle=closed",
  "joining=unknown&intention=unknown&registration=unknown",
  // Nobody who runs a place alone holds assemblies.
  "ownership=individual&practice=assembly",
  "ownership=individual&practice=elected_board",
  "practice=bdfl&not-ownership=individual",
  "ownership=individual&practice=elected_board&lifecycle=active&software=mastodon",
  "languages=en&country=JP&software=misskey&intention=social&lifecycle=active",
  "languages=gl&languages=cy&languages=eu&country=NZ&country=NO",
].map(wayBy);

/** Filters drawn by lot: two to five facets, one to three answers of each, now and then the other way round. */
export function drawn(places: readonly ManyPlace[], count: number): readonly WayToRead[] {
  const random = seededRandom("filters");
  const below = (bound: number) => Number(random() % BigInt(bound));
  const offered = facets.filter((facet) => facet !== "kind" && facet !== "verified");
  return Array.from({ length: count }, () => {
    const asked = Array.from({ length: 2 + below(4) }, () => {
      const facet = offered[below(offered.length)] ?? "ownership";
      const known = answersByCount(places, facet);
      const prefix = below(4) === 0 ? "not-" : "";
      return Array.from({ length: 1 + below(3) }, () => `${prefix}${facet}=${known[below(known.length)] ?? unknown}`);
    });
    return wayBy([...new Set(asked.flat())].join("&"));
  });
}

/** Words that are rare, common, everywhere or nowhere; several; the beginning of one; and words with a filter. */
export const searches: readonly WayToRead[] = [
  "q=12345",
  "q=p777.example",
  "q=radio",
  "q=example",
  "q=p1",
  "q=a",
  "q=nowhere",
  "q=radio+12345",
  "q=radio+garden",
  "q=quarry+meadow+jury",
  "q=runs+by+assembly+radio+exam",
  "q=radio&not-ownership=party&lifecycle=active",
  "q=meadow&ownership=worker_coop&country=NZ",
  "q=example&ownership=individual&practice=assembly",
].map(wayBy);

/** Where deep pages begin: far into the whole list, and into lists that filters and words narrow. */
export const toGoDeepInto: readonly WayToRead[] = ["", "not-ownership=party", "languages=de", "q=radio"].map(wayBy);

function wayBy(query: string): WayToRead {
  const filter = filterFrom(new URLSearchParams(query));
  const name = queryOf(filter).toString();
  return { name: name === "" ? "all places" : name, filter };
}

/** The answers that are known, the commonest first. */
function answersByCount(places: readonly ManyPlace[], facet: Facet): readonly string[] {
  const counts = new Map<string, number>();
  for (const answer of places.flatMap(({ answers }) => answers[facet]))
    if (answer !== unknown) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([answer]) => answer);
}
