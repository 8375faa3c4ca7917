import type { Hono } from "hono";
import { signInFirst } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import type { PageEnv } from "../../../ui/request.ts";
import { forbidden } from "../acts.ts";
import { visiting } from "../visit.ts";
import { BriefPage } from "./brief-page.tsx";
import { mayReadBrief, readBriefView } from "./brief-view.ts";

/** The brief, for whoever organises the gathering or holds a role at it. */
export function briefRoutes(web: Hono<PageEnv>, application: Application): void {
  web.get(
    "/gatherings/:id/brief",
    visiting(application, async (visit) => {
      if (visit.standing.personId === undefined) return signInFirst(visit.c);
      if (!(await mayReadBrief(visit))) return forbidden(visit.c, "no-part-in-it");
      return visit.c.html(<BriefPage view={await readBriefView(visit)} />);
    }),
  );
}
