import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { gatheringPath, pollPath } from "../addresses.ts";
import { visiting } from "../visit.ts";
import { DoneNotice } from "./done-notice.tsx";
import { GatheringPage } from "./gathering-page.tsx";
import { readGatheringView } from "./gathering-view.ts";

/** Addresses that servers know as polls, events and posts; to people, all of them are parts of two pages. */
const onThePage = ["announcement", "sessions/:session", "sessions/:session/rsvp", "sessions/:session/rsvp/for/:person"];
const onThePoll = ["polls/:poll", "polls/:poll/for/:person"];

/** The page of a gathering. */
export function gatheringRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id",
    visiting(application, async (visit) => {
      const view = await readGatheringView(visit);
      const form = await formOrKept(visit.c, application, `${gatheringPath(visit.gathering)}/rsvp`);
      return visit.c.html(<GatheringPage view={view} form={form} notice={<DoneNotice view={view} />} />);
    }),
  );
  for (const part of onThePage) {
    web.get(
      `/gatherings/:id/${part}`,
      visiting(application, ({ c, gathering }) => c.redirect(gatheringPath(gathering))),
    );
  }
  for (const part of onThePoll) {
    web.get(
      `/gatherings/:id/${part}`,
      visiting(application, ({ c, gathering }) => c.redirect(pollPath(gathering))),
    );
  }
}
