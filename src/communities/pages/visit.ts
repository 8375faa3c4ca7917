import type { Application } from "../../kernel/application.ts";
import { pickText, type PickedText } from "../../kernel/i18n/localised-text.ts";
import type { CommunityOfPage } from "../../ui/components/site-header.tsx";
import { showNotFound } from "../../ui/refusal-page.tsx";
import type { PageContext } from "../../ui/request.ts";
import type { Community, CommunityText, MemberRole, PersonId } from "../model/community.ts";
import { communityByHandle } from "../store/communities.read.ts";
import { roleOf } from "../store/members.read.ts";
import { communityPath } from "./addresses.ts";
import type { CommunityPageServices } from "./community-page-services.ts";
import { forbidden, signInFirst } from "../../accounts/index.ts";

export { forbidden } from "../../accounts/index.ts";

/** What every route is made with. */
export interface CommunityRoutes {
  readonly application: Application;
  readonly services: CommunityPageServices;
}

/** A request about one community, with what the reader is to it. */
export interface CommunityVisit extends CommunityRoutes {
  readonly c: PageContext;
  readonly community: Community;
  /** Undefined for a visitor. */
  readonly personId: PersonId | undefined;
  /** Undefined for whoever does not belong to it. */
  readonly role: MemberRole | undefined;
}

type Answer = Response | Promise<Response>;

/** Handles a route with the parameter `handle` of a community; where there is none, the reader is told so. */
export function visiting(routes: CommunityRoutes, answer: (visit: CommunityVisit) => Answer) {
  return async (c: PageContext): Promise<Response> => {
    const { read } = routes.application;
    const community = await communityByHandle(read, (c.req.param("handle") ?? "").toLowerCase());
    if (community === undefined) return showNotFound(c);
    const personId = c.var.reader.person?.id as PersonId | undefined;
    const role = personId === undefined ? undefined : await roleOf(read, community.id, personId);
    return answer({ ...routes, c, community, personId, role });
  };
}

/** As {@link visiting}, for pages that members alone may read. */
export function visitingAsMember(routes: CommunityRoutes, answer: (visit: CommunityVisit) => Answer) {
  return visiting(routes, (visit) => {
    if (visit.role !== undefined) return answer(visit);
    return visit.personId === undefined ? signInFirst(visit.c) : forbidden(visit.c, "not-a-member");
  });
}

/** As {@link visiting}, for pages that stewards alone may read. */
export function visitingAsSteward(routes: CommunityRoutes, answer: (visit: CommunityVisit) => Answer) {
  return visiting(routes, (visit) => {
    if (visit.role === "steward") return answer(visit);
    return visit.personId === undefined ? signInFirst(visit.c) : forbidden(visit.c, "only-stewards");
  });
}

/** The community as the header of its pages shows it. */
export function communityOfPage(community: Community): CommunityOfPage {
  return { name: community.name, path: communityPath(community), hue: community.hue };
}

/** A text of the community in the language that this reader reads best; undefined when there is none. */
export function textFor(c: PageContext, text: CommunityText): PickedText | undefined {
  return pickText(text, c.var.reader.languages);
}
