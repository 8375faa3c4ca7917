import type { Guard } from "./guard.ts";
import { documentGuards } from "./list/documents.ts";
import { outgoingGuards } from "./list/outgoing.ts";
import { requestGuards } from "./list/requests.ts";
import { sessionGuards } from "./list/sessions.ts";
import { sizeGuards } from "./list/sizes.ts";
import { textGuards } from "./list/texts.ts";
import { voteGuards } from "./list/votes.ts";

/** Every guard, in the order in which input meets them. */
export const allGuards: readonly Guard[] = [
  ...requestGuards,
  ...documentGuards,
  ...sizeGuards,
  ...outgoingGuards,
  ...textGuards,
  ...sessionGuards,
  ...voteGuards,
];
