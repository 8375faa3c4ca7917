import type { SchemaStep } from "../../kernel/database/migrate.ts";
import { entriesStep } from "./migrations/0001-entries.ts";
import { looksStep } from "./migrations/0010-looks.ts";
import { adoptedPoliciesStep } from "./migrations/0031-adopted-policies.ts";
import { longListsStep } from "./migrations/0032-long-lists.ts";
import { changesStep } from "./migrations/0040-changes.ts";
import { mannersStep } from "./migrations/0050-manners.ts";
import { contestsStep } from "./migrations/0051-contests.ts";
import { sharingStep } from "./migrations/0060-sharing.ts";
import { replacedClaimsStep } from "./migrations/0061-replaced-claims.ts";
import { ladderStep } from "./migrations/0070-ladder.ts";
import { toldOfPlacesStep } from "./migrations/0071-told-of-places.ts";
import { talliesStep } from "./migrations/0030-tallies.ts";

/** The tables of the directory, step by step. */
export const directorySchema: readonly SchemaStep[] = [
  entriesStep,
  looksStep,
  talliesStep,
  adoptedPoliciesStep,
  longListsStep,
  changesStep,
  mannersStep,
  contestsStep,
  sharingStep,
  replacedClaimsStep,
  ladderStep,
  toldOfPlacesStep,
];
