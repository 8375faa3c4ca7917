import type { Hono } from "hono";
import { standingOf, keepFormAndSignIn, signInFirst } from "../../../accounts/index.ts";
import { communityByHandle } from "../../../communities/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import { seeOther } from "../../../ui/after-act.ts";
import { refusalPage, showNotFound } from "../../../ui/refusal-page.tsx";
import { byReader, type PageContext, type PageEnv } from "../../../ui/request.ts";
import { makeCalendarFeed } from "../../commands/make-calendar-feed.ts";
import { revokeCalendarFeed } from "../../commands/revoke-calendar-feed.ts";
import { feedMadeAt, ownerOfFeed, sessionsOfCommunity, sessionsOfPerson } from "../../store/calendars.read.ts";
import { seriesLine, seriesOfCommunity, seriesOfPerson } from "../../store/series/series-lines.read.ts";
import { seriesOfGathering } from "../../store/series/series.read.ts";
import { sessionsOf } from "../../store/sessions.read.ts";
import { carryOut } from "../acts.ts";
import { visiting } from "../visit.ts";
import { calendarFile, type CalendarItem } from "./ics.ts";
import { OwnCalendarPage } from "./own-calendar-page.tsx";

/** So far back and so many sessions a calendar that is subscribed to shows. */
const goesBack = { hours: 24 * 90 } as const;
const mostSessions = 500;

/** Calendars: of one gathering, of a community, and of one's own. */
export function calendarRoutes(web: Hono<PageEnv>, application: Application): void {
  const { read, origin } = application;
  const since = () => application.clock().subtract(goesBack);
  web.get(
    "/gatherings/:id/calendar.ics",
    visiting(application, async ({ c, gathering }) => {
      const items = (await sessionsOf(read, gathering.id)).map((session) => ({ session, text: gathering }));
      const series = await seriesLine(read, await seriesOfGathering(read, gathering.id));
      const file = calendarFile({ name: gathering.title, origin }, items, series === undefined ? [] : [series]);
      return sendCalendar(c, file, gathering.handle);
    }),
  );
  web.get("/communities/:handle/calendar.ics", async (c) => {
    const community = await communityByHandle(read, c.req.param("handle").toLowerCase());
    if (community === undefined) return showNotFound(c);
    const items = await sessionsOfCommunity(read, community.id, since(), mostSessions);
    const series = await seriesOfCommunity(read, community.id, since());
    return sendCalendar(c, calendarFile({ name: community.name, origin }, items, series), community.handle);
  });
  web.get("/calendars/:file{[\\w-]+\\.ics}", async (c) => {
    const owner = await ownerOfFeed(read, hashOfToken(c.req.param("file").replace(/\.ics$/, "")));
    if (owner === undefined || (await standingOf(read, owner)) !== "active") return showNotFound(c);
    const lines = await sessionsOfPerson(read, owner, since(), mostSessions);
    const items: readonly CalendarItem[] = lines.map((line) => ({
      ...line,
      isTentative: line.answer === "maybe" || line.standing === "waiting",
    }));
    const series = await seriesOfPerson(read, owner, since());
    c.header("X-Robots-Tag", "noindex");
    return sendCalendar(c, calendarFile({ name: c.var.frame.site.name, origin }, items, series), "calendar");
  });
  ownCalendarRoutes(web, application);
}

function ownCalendarRoutes(web: Hono<PageEnv>, application: Application): void {
  const page = "/me/calendar";
  web.get(page, async (c) => {
    const person = c.var.reader.person;
    if (person === undefined) return signInFirst(c);
    const madeAt = await feedMadeAt(application.read, person.id);
    return c.html(<OwnCalendarPage c={c} madeAt={madeAt} token={undefined} />);
  });
  web.post(page, async (c) => {
    if (c.var.reader.person === undefined) return keepFormAndSignIn(c, application, page);
    const token = newToken();
    const made = await application.execute(makeCalendarFeed, { tokenHash: hashOfToken(token) }, byReader(c));
    if (!made.ok) return refusalPage(c, made.refusal);
    // Of a form that was sent twice the first one holds, whose token only its own answer could show.
    if (made.value.tokenHash !== hashOfToken(token)) return seeOther(c, page);
    // No redirect: in an address the secret would stay in the browser's history.
    return c.html(<OwnCalendarPage c={c} madeAt={application.clock()} token={token} />);
  });
  web.post(`${page}/revocation`, (c) =>
    carryOut(
      { c, application },
      revokeCalendarFeed,
      {},
      {
        page,
        onwards: () => ({ path: page, done: "revoked" }),
        again: () => <OwnCalendarPage c={c} madeAt={undefined} token={undefined} />,
      },
    ),
  );
}

function sendCalendar(c: PageContext, file: string, name: string): Response {
  return c.body(file, 200, {
    "Content-Type": "text/calendar; charset=utf-8",
    "Content-Disposition": `inline; filename="${name}.ics"`,
  });
}
