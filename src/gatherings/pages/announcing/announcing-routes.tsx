import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import {
  communityByHandle,
  handleProblem,
  holderOfHandle,
  isMember,
  type Community,
} from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { textOf, type FormInput } from "../../../ui/form-input.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { announceGathering } from "../../commands/announce-gathering.ts";
import { suggestedHandles } from "../../model/suggested-handles.ts";
import { carryOut, forbidden } from "../acts.ts";
import { communityPath } from "../addresses.ts";
import { AnnouncingPage } from "./announcing-page.tsx";
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

async function ofCommunity(
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

/** The first good handle that the title suggests and nobody has had; the last one if all are taken, for the refusal to name. */
async function freeHandle(application: Application, title: string): Promise<string> {
  const suggestions = suggestedHandles(title).filter((handle) => handleProblem(handle) === undefined);
  for (const handle of suggestions) {
    if ((await holderOfHandle(application.read, handle)) === undefined) return handle;
  }
  return suggestions.at(-1) ?? "";
}
