import { formOrKept } from "../../../accounts/index.ts";
import type { Hono } from "hono";
import type { Application } from "../../../kernel/application.ts";
import { textOf } from "../../../ui/form-input.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import { sentForm, type PageEnv } from "../../../ui/request.ts";
import { cancelGathering } from "../../commands/cancel-gathering.ts";
import { editGathering } from "../../commands/edit-gathering.ts";
import { moveSession } from "../../commands/move-session.ts";
import { sessionById, sessionsOf, type HeldSession } from "../../store/sessions.read.ts";
import { aboutOf, byKind, carryOut } from "../acts.ts";
import { gatheringPath } from "../addresses.ts";
import { visiting, visitingAsOrganiser, type GatheringVisit } from "../visit.ts";
import { CancellationPage } from "./cancellation-page.tsx";
import { MovePage } from "./move-page.tsx";
import { SettingsPage } from "./settings-page.tsx";

/** Changing a gathering: its texts and places, the time of a session, or calling it off. */
export function settingsRoutes(web: Hono<PageEnv>, application: Application): void {
  textRoutes(web, application);
  moveRoutes(web, application);
  cancellationRoutes(web, application);
}

function textRoutes(web: Hono<PageEnv>, application: Application): void {
  const page = ({ gathering }: GatheringVisit) => `${gatheringPath(gathering)}/settings`;
  web.get(
    "/gatherings/:id/settings",
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, page(visit));
      const sessions = await sessionsOf(application.read, visit.gathering.id);
      return visit.c.html(<SettingsPage visit={visit} sessions={sessions} form={form} />);
    }),
  );
  web.post(
    "/gatherings/:id/settings",
    visiting(application, (visit) => {
      const sent = sentForm(visit.c);
      const names = ["title", "purpose", "description", "language", "place", "capacity", "audienceCapacity"] as const;
      const texts = Object.fromEntries(names.map((name) => [name, textOf(sent, name)]));
      const input = { ...aboutOf(visit.gathering), ...texts };
      return carryOut(visit, editGathering, input, {
        page: page(visit),
        onwards: () => ({ path: gatheringPath(visit.gathering), done: "edited" }),
        again: async (form) => {
          const sessions = await sessionsOf(application.read, visit.gathering.id);
          return <SettingsPage visit={visit} sessions={sessions} form={form} />;
        },
      });
    }),
  );
}

function moveRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = "/gatherings/:id/sessions/:session/time";
  web.get(
    path,
    visitingAsOrganiser(application, async (visit) => {
      const session = await sessionAsked(visit);
      if (session === undefined) return showNotFound(visit.c);
      const form = await formOrKept(visit.c, application, visit.c.req.path);
      return visit.c.html(<MovePage visit={visit} session={session} form={form} />);
    }),
  );
  web.post(
    path,
    visiting(application, async (visit) => {
      const session = await sessionAsked(visit);
      if (session === undefined) return showNotFound(visit.c);
      const sent = sentForm(visit.c);
      const names = ["start", "zone", "lengthMinutes", "reason"] as const;
      const time = Object.fromEntries(names.map((name) => [name, textOf(sent, name)]));
      const input = { ...aboutOf(visit.gathering), sessionId: session.id, ...time };
      return carryOut(visit, moveSession, input, {
        page: visit.c.req.path,
        onwards: () => ({ path: gatheringPath(visit.gathering), done: "moved" }),
        again: (form) => <MovePage visit={visit} session={session} form={form} />,
        fieldFor: byKind({ ...fieldsOfTime, "session-over": "start" }),
      });
    }),
  );
}

const fieldsOfTime = {
  "unreadable-time": "start",
  "time-skipped-by-clock-change": "start",
  "date-in-the-past": "start",
  "sessions-overlap": "start",
  "unknown-time-zone": "zone",
  "length-out-of-range": "lengthMinutes",
};

async function sessionAsked({ c, application, gathering }: GatheringVisit): Promise<HeldSession | undefined> {
  const session = await sessionById(application.read, c.req.param("session") ?? "");
  return session?.gatheringId === gathering.id ? session : undefined;
}

function cancellationRoutes(web: Hono<PageEnv>, application: Application): void {
  const path = "/gatherings/:id/cancellation";
  web.get(
    path,
    visitingAsOrganiser(application, async (visit) => {
      const form = await formOrKept(visit.c, application, visit.c.req.path);
      return visit.c.html(<CancellationPage visit={visit} form={form} />);
    }),
  );
  web.post(
    path,
    visiting(application, (visit) => {
      const input = { ...aboutOf(visit.gathering), reason: textOf(sentForm(visit.c), "reason") };
      return carryOut(visit, cancelGathering, input, {
        page: visit.c.req.path,
        onwards: () => ({ path: gatheringPath(visit.gathering), done: "cancelled" }),
        again: (form) => <CancellationPage visit={visit} form={form} />,
      });
    }),
  );
}
