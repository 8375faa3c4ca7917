import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import { communityByHandle, isMember, type Community } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { announceGathering } from "../../commands/announce-gathering.ts";
import { carryOut, forbidden } from "../acts.ts";
import { communityPath } from "../addresses.ts";
import { AnnouncingPage } from "./announcing-page.tsx";
import { freeHandle } from "./free-handle.ts";
import { showGatherings } from "./gatherings-page.tsx";

/** A community's gatherings, and announcing one. */
export function announcingRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get("/communities/:handle/gatherings", (c) => ofCommunity(application, c, showGatherings(c, application)));
  web.get("/communities/:handle/gatherings/new", (c) =>
    ofCommunity(application, c, async (community) => {
      const person = c.var.reader.person;
      const mayAnnounce = person === undefined || (await isMember(application.read, community.id, person.id));
      if (!mayAnnounce) return forbidden(c, "only-members");
      const form = await formOrKept(c, application, `${communityPath(community)}/gatherings`);
      return c.html(<AnnouncingPage c={c} application={application} community={community} form={form} />);
    }),
  );
  web.post("/communities/:handle/gatherings", (c) =>
    ofCommunity(application, c, async (community) => {
      const input = await announcementIn(application, community, sentForm(c));
      return carryOut({ c, application }, announceGathering, input, {
        page: `${communityPath(community)}/gatherings/new`,
        onwards: ({ gatheringId }) => ({ path: `/gatherings/${gatheringId}`, done: "announced" }),
        again: (form) => <AnnouncingPage c={c} application={application} community={community} form={form} />,
      });
    }),
  );
}

/** Handles a route with the parameter `handle` of a community; where there is none, the reader is told so. */
export async function ofCommunity(
  application: Application,
  c: PageContext,
  answer: (community: Community) => Promise<Response>,
): Promise<Response> {
  const community = await communityByHandle(application.read, (c.req.param("handle") ?? "").toLowerCase());
  return community === undefined ? showNotFound(c) : answer(community);
}

async function announcementIn(application: Application, community: Community, sent: FormInput) {
  const typed = textOf(sent, "handle").replace(/^@/, "");
  const title = textOf(sent, "title");
  return {
    communityId: community.id,
    handle: typed === "" ? await freeHandle(application, title) : typed,
    title,
    purpose: textOf(sent, "purpose"),
    language: textOf(sent, "language"),
    zone: textOf(sent, "zone"),
  };
}
