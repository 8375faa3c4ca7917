import type { SchemaStep } from "../../kernel/database/migrate.ts";
import { gatheringsStep } from "./migrations/0001-gatherings.ts";
import { noneOfTheseStep } from "./migrations/0002-none-of-these.ts";
import { agendaStep } from "./migrations/0010-agenda.ts";
import { rolesStep } from "./migrations/0020-roles.ts";
import { commitmentsStep } from "./migrations/0021-commitments.ts";
import { seatsStep } from "./migrations/0030-seats.ts";
import { rsvpQuestionsStep } from "./migrations/0031-rsvp-questions.ts";
import { outreachStep } from "./migrations/0032-outreach.ts";
import { roomStep } from "./migrations/0050-room.ts";
import { seriesStep } from "./migrations/0060-series.ts";
import { notesStep } from "./migrations/0040-notes.ts";
import { minutesStep } from "./migrations/0041-minutes.ts";
import { feedbackStep } from "./migrations/0042-feedback.ts";
import { seriesOfCommunityStep } from "./migrations/0070-series-of-community.ts";
import { outletsStep } from "./migrations/0080-outlets.ts";
import { wallStep } from "./migrations/0081-wall.ts";
import { turnsOfARoleStep } from "./migrations/0090-turns-of-a-role.ts";
import { nightDebtsStep } from "./migrations/0092-night-debts.ts";
import { importedStep } from "./migrations/0093-imported.ts";
import { runStep } from "./migrations/0091-run.ts";

/** The tables of gatherings, step by step. */
export const gatheringSchema: readonly SchemaStep[] = [
  gatheringsStep,
  noneOfTheseStep,
  agendaStep,
  rolesStep,
  commitmentsStep,
  seatsStep,
  rsvpQuestionsStep,
  outreachStep,
  roomStep,
  seriesStep,
  notesStep,
  minutesStep,
  feedbackStep,
  seriesOfCommunityStep,
  outletsStep,
  wallStep,
  turnsOfARoleStep,
  runStep,
  nightDebtsStep,
  importedStep,
];
