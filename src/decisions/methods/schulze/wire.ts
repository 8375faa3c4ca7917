import { rankingWire } from "../ranking-wire.ts";
import type { SchulzeSettings } from "./rules.ts";

/** Ballots by reply, such as `2 > 1 > 3`; no native poll can carry a ranking. */
export const schulzeWire = rankingWire<SchulzeSettings>("equal");
