import type { SchemaStep } from "../../kernel/database/migrate.ts";
import { gatheringsStep } from "./migrations/0001-gatherings.ts";
import { noneOfTheseStep } from "./migrations/0002-none-of-these.ts";
import { agendaStep } from "./migrations/0010-agenda.ts";
import { rolesStep } from "./migrations/0020-roles.ts";
import { commitmentsStep } from "./migrations/0021-commitments.ts";
import { roomStep } from "./migrations/0050-room.ts";
import { seriesStep } from "./migrations/0060-series.ts";
import { outletsStep } from "./migrations/0080-outlets.ts";
import { wallStep } from "./migrations/0081-wall.ts";

/** The tables of gatherings, step by step. */
export const gatheringSchema: readonly SchemaStep[] = [
  gatheringsStep,
  noneOfTheseStep,
  agendaStep,
  rolesStep,
  commitmentsStep,
  roomStep,
  seriesStep,
  outletsStep,
  wallStep,
];
