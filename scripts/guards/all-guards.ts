import type { Guard } from "./guard.ts";
import { boundGuards } from "./list/bounds.ts";
import { decisionGuards } from "./list/decisions.ts";
import { sharingGuards } from "./list/directory-sharing.ts";
import { directoryLadderGuards } from "./list/directory-ladder.ts";
import { directoryWaysInGuards } from "./list/directory-ways-in.ts";
import { directoryGuards } from "./list/directory.ts";
import { documentGuards } from "./list/documents.ts";
import { fileGuards } from "./list/files.ts";
import { aroundGuards } from "./list/gatherings-around.ts";
import { comingGuards } from "./list/gatherings-coming.ts";
import { recordGuards } from "./list/gatherings-record.ts";
import { electorateGuards } from "./list/electorates.ts";
import { letterGuards } from "./list/letters.ts";
import { machineGuards } from "./list/machine.ts";
import { outgoingGuards } from "./list/outgoing.ts";
import { ownershipGuards } from "./list/ownership.ts";
import { readerGuards } from "./list/readers.ts";
import { requestGuards } from "./list/requests.ts";
import { sessionGuards } from "./list/sessions.ts";
import { shutOutGuards } from "./list/shut-out.ts";
import { signInGuards } from "./list/sign-in.ts";
import { sizeGuards } from "./list/sizes.ts";
import { textGuards } from "./list/texts.ts";
import { voteGuards } from "./list/votes.ts";

/** Every guard, in the order in which input meets them. */
export const allGuards: readonly Guard[] = [
  ...requestGuards,
  ...documentGuards,
  ...sizeGuards,
  ...fileGuards,
  ...outgoingGuards,
  ...directoryGuards,
  ...directoryWaysInGuards,
  ...sharingGuards,
  ...directoryLadderGuards,
  ...textGuards,
  ...sessionGuards,
  ...signInGuards,
  ...voteGuards,
  ...ownershipGuards,
  ...readerGuards,
  ...comingGuards,
  ...recordGuards,
  ...aroundGuards,
  ...decisionGuards,
  ...electorateGuards,
  ...letterGuards,
  ...shutOutGuards,
  ...boundGuards,
  ...machineGuards,
];
