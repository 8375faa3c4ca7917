import type { CommunityId, PersonId } from "../src/communities/index.ts";
import { gatheringFormsWithFiles, gatheringPages } from "../src/gatherings/pages/gathering-pages.ts";
import type { Capability } from "../src/kernel/capability.ts";
import { openGatheringCast, type GatheringCast } from "./gathering-cast.ts";
import { servePages, type Browser } from "./page-visits.ts";

/** A cast that visits the pages of gatherings: Ada founded the community and organises, Grace is a member, Emmy of another server is none. */
export interface GatheringVisits {
  readonly cast: GatheringCast;
  readonly community: CommunityId;
  /** The community's pages: `/communities/plum_1`. */
  readonly communityPath: string;
  readonly ada: PersonId;
  readonly grace: PersonId;
  readonly emmy: PersonId;
  /** A browser in which this person is signed in, reading in this zone; without a person, a passer-by's. */
  browser(person?: PersonId, zone?: string): Browser;
}

/** Opens the cast on an empty database, with pages besides the usual ones; the test closes `cast`. */
export async function openGatheringVisits(
  said: Readonly<Record<string, unknown>> = {},
  more: Pick<Capability, "pages" | "formsWithFiles"> = {},
): Promise<GatheringVisits> {
  const cast = await openGatheringCast();
  const ada = await cast.person("Ada");
  const grace = await cast.person("Grace");
  const emmy = await cast.person("Emmy", "other.example");
  const community = await cast.community(ada, { handle: "plum_league", ...said });
  await cast.join(community, grace);
  const open = servePages(
    cast.application,
    [gatheringPages, ...(more.pages === undefined ? [] : [more.pages])],
    [...gatheringFormsWithFiles, ...(more.formsWithFiles ?? [])],
  );
  const names = new Map([
    [ada, "Ada"],
    [grace, "Grace"],
    [emmy, "Emmy"],
  ]);
  return {
    cast,
    community,
    communityPath: "/communities/plum_league",
    ada,
    grace,
    emmy,
    browser: (person, zone) =>
      person === undefined
        ? open()
        : open({ id: person, name: names.get(person) ?? "Somebody", ...(zone !== undefined && { zone }) }),
  };
}
