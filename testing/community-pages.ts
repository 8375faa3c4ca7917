import { communitiesOnTheWeb } from "../src/communities/capability.ts";
import { communityCatalogues } from "../src/communities/messages/catalogue.ts";
import type { CommunityPageServices } from "../src/communities/pages/community-page-services.ts";
import { accountCatalogues } from "../src/accounts/messages/catalogue.ts";
import { interfaceCatalogues } from "../src/ui/messages/catalogue.ts";
import type { PersonId } from "../src/communities/index.ts";
import { openCommunityCast, type CommunityCast } from "./community-cast.ts";
import { servePages, type Browser } from "./page-visits.ts";

/** Communities with their pages, and a browser for whoever wants to look at them. */
export interface CommunityWeb extends CommunityCast {
  /** The browser of a passer-by, or of somebody signed in. */
  browser(person?: PersonId, name?: string): Browser;
}

/** Everything found elsewhere in a test: accounts by their handle, servers by what their answer would be. */
export interface Elsewhere {
  readonly findActor?: CommunityPageServices["findActor"];
  readonly findWayHome?: CommunityPageServices["findWayHome"];
}

/** Opens communities with their pages on the engine of the run; the test closes them. */
export async function openCommunityWeb(elsewhere: Elsewhere = {}): Promise<CommunityWeb> {
  const cast = await openCommunityCast({ messages: [interfaceCatalogues, accountCatalogues, communityCatalogues] });
  const capability = communitiesOnTheWeb({
    findActor: elsewhere.findActor ?? findByHandle,
    findWayHome: elsewhere.findWayHome ?? (async () => ({ kind: "no-server" })),
    homeSections: [],
    communitySections: [],
  });
  const open = servePages(cast.application, capability.pages === undefined ? [] : [capability.pages]);
  return { ...cast, browser: (person, name = "Somebody") => open(person && { id: person, name }) };
}

/** Finds everybody, as the cast of communities names them. */
const findByHandle: NonNullable<CommunityPageServices["findActor"]> = async (typed) => {
  const [, name = "", host = ""] = /^@?([^@]+)@(.+)$/.exec(typed) ?? [];
  if (host === "" || name === "nobody") return { ok: false, refusal: { kind: "no-such-actor" } };
  const uri = `https://${host}/users/${name}`;
  return { ok: true, value: { uri, handle: `@${name}@${host}`, host, name, url: `https://${host}/@${name}` } };
};
