import { dotVoteCatalogues } from "./messages/catalogue.ts";
import { dotVoteRules } from "./rules.ts";
import { dotVoteWire } from "./wire.ts";

/** Dots to spread over the options. */
export const dotVote = { rules: dotVoteRules, wire: dotVoteWire, catalogues: dotVoteCatalogues };
