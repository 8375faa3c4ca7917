import type { Hono } from "hono";
import type { Application } from "../../kernel/application.ts";
import type { PageEnv } from "../../ui/request.ts";
import { agendaRoutes } from "./agenda/agenda-routes.tsx";
import { agendaImportPath } from "./agenda/starting-routes.tsx";
import { announcingRoutes } from "./announcing/announcing-routes.tsx";
import { askingRoutes } from "./asking/asking-routes.tsx";
import { briefRoutes } from "./brief/brief-routes.tsx";
import { calendarRoutes } from "./calendar/calendar-routes.tsx";
import { commitmentRoutes } from "./commitments/commitment-routes.tsx";
import { datingRoutes } from "./dating/dating-routes.tsx";
import { feedbackRoutes } from "./feedback/feedback-routes.tsx";
import { gatheringRoutes } from "./gathering/gathering-routes.tsx";
import { interestRoutes } from "./interest/interest-routes.tsx";
import { outreachPath, outreachRoutes } from "./outreach/outreach-routes.tsx";
import { minutesRoutes } from "./minutes/minutes-routes.tsx";
import { notesRoutes } from "./notes/notes-routes.tsx";
import { pollRoutes } from "./poll/poll-routes.tsx";
import { roomRoutes } from "./room/room-routes.tsx";
import { runRoutes } from "./run/run-routes.tsx";
import { roleRoutes } from "./roles/role-routes.tsx";
import { seriesRoutes } from "./series/series-routes.tsx";
import { questionsRoutes } from "./questions/questions-routes.tsx";
import { rsvpRoutes } from "./rsvp/rsvp-routes.tsx";
import { seatsRoutes } from "./seats/seats-routes.tsx";
import { settingsRoutes } from "./settings/settings-routes.tsx";
import { wallRoutes } from "./wall/wall-routes.tsx";

/** Every page of gatherings. */
export function gatheringPages(web: Hono<PageEnv>, application: Application): void {
  announcingRoutes(web, application);
  gatheringRoutes(web, application);
  interestRoutes(web, application);
  askingRoutes(web, application);
  datingRoutes(web, application);
  settingsRoutes(web, application);
  calendarRoutes(web, application);
  pollRoutes(web, application);
  notesRoutes(web, application);
  minutesRoutes(web, application);
  feedbackRoutes(web, application);
  roomRoutes(web, application);
  seriesRoutes(web, application);
  rsvpRoutes(web, application);
  agendaRoutes(web, application);
  roleRoutes(web, application);
  commitmentRoutes(web, application);
  seatsRoutes(web, application);
  questionsRoutes(web, application);
  outreachRoutes(web, application);
  briefRoutes(web, application);
  wallRoutes(web, application);
  runRoutes(web, application);
}

/** The routes of those pages whose forms may bring a file. */
export const gatheringFormsWithFiles: readonly string[] = [outreachPath, agendaImportPath];
