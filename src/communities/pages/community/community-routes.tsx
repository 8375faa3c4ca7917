import type { Hono } from "hono";
import type { PageEnv } from "../../../ui/request.ts";
import { formOrKept } from "../../../accounts/index.ts";
import { startListening } from "../../commands/listening/start-listening.ts";
import { stopListening } from "../../commands/listening/stop-listening.ts";
import { personUri } from "../../model/listener.ts";
import { carryOut, type Act } from "../acts.ts";
import { communityPath, underCommunity } from "../addresses.ts";
import { visiting, type CommunityRoutes, type CommunityVisit } from "../visit.ts";
import { CommunityPage } from "./community-page.tsx";
import { readCommunityView } from "./community-view.ts";

/** The page of a community, and being told from here of what it announces. */
export function communityRoutes(web: Hono<PageEnv>, routes: CommunityRoutes): void {
  web.get(
    "/communities/:handle",
    visiting(routes, async (visit) => {
      const form = await formOrKept(visit.c, visit.application, underCommunity(visit.community, "join"));
      return visit.c.html(<CommunityPage view={await readCommunityView(visit)} form={form} />);
    }),
  );
  web.post("/communities/:handle/listening", visiting(routes, listen));
  web.post("/communities/:handle/listening/end", visiting(routes, listenNoMore));
}

function listen(visit: CommunityVisit): Promise<Response> {
  const { personId } = visit;
  const input = { ...ownListening(visit), personId };
  return carryOut(visit, startListening, input, actOn(visit, "listening"));
}

function listenNoMore(visit: CommunityVisit): Promise<Response> {
  return carryOut(visit, stopListening, ownListening(visit), actOn(visit, "not-listening"));
}

/** The reader's listening from here, as commands name it. */
function ownListening({ community, personId }: CommunityVisit) {
  return { communityId: community.id, actorId: community.id, uri: personUri(personId ?? "") };
}

function actOn(visit: CommunityVisit, done: string): Act<unknown> {
  const path = communityPath(visit.community);
  return {
    page: path,
    onwards: () => ({ path, done }),
    again: async (form) => <CommunityPage view={await readCommunityView(visit)} form={form} />,
  };
}
