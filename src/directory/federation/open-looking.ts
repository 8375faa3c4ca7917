import type { Looking } from "../model/look-up/looking.ts";
import { boundedLooks } from "./look-up/bounded-looks.ts";
import { placeLooker, type LookWays } from "./look-up/look-at-place.ts";
import { documentReader } from "./ladder/read-document.ts";
import { listReader } from "./open-data/read-list.ts";
import { contactReader, type ContactWays } from "./verification/contact-now.ts";

/** Looking at places by the guarded way to other servers, within bounds. */
export function openLooking(ways: LookWays & ContactWays): Looking {
  return {
    lookAt: boundedLooks(placeLooker(ways), ways.clock),
    contactOf: contactReader(ways),
    listAt: listReader(ways),
    documentAt: documentReader(ways),
  };
}
