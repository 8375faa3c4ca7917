import { rankingWire } from "../ranking-wire.ts";
import type { BordaSettings } from "./rules.ts";

/** Ballots by reply, such as `2 > 1 > 3`; no native poll can carry a ranking. */
export const bordaWire = rankingWire<BordaSettings>("equal");
