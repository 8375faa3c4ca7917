import type { FixedChoice } from "../../model/counting/fixed-choice.ts";
import { fixedReplies } from "../../model/replies/fixed-replies.ts";
import { phrasesOf, stanceWords } from "../../model/replies/fixed-words.ts";
import type { MethodWire } from "../wire.ts";
import type { StanceSettings } from "./rules.ts";

/** Agree, abstain, disagree or block: by a native poll, or by a reply in the words of five languages. */
export const stanceWire: MethodWire<StanceSettings, FixedChoice> = fixedReplies(phrasesOf(stanceWords));
