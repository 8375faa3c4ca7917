import type { FixedChoice } from "../../model/counting/fixed-choice.ts";
import { fixedReplies } from "../../model/replies/fixed-replies.ts";
import { phrasesOf, senseWords } from "../../model/replies/fixed-words.ts";
import type { MethodWire } from "../wire.ts";
import type { SenseCheckSettings } from "./rules.ts";

/** Looks good, not sure or concerned: by a native poll, or by a reply in the words of five languages. */
export const senseCheckWire: MethodWire<SenseCheckSettings, FixedChoice> = fixedReplies(phrasesOf(senseWords));
