import type { FixedChoice } from "../../model/counting/fixed-choice.ts";
import { fixedReplies } from "../../model/replies/fixed-replies.ts";
import { phrasesOf, countingInWords } from "../../model/replies/fixed-words.ts";
import type { MethodWire } from "../wire.ts";
import type { CountMeInSettings } from "./rules.ts";

/** In or out: by a native poll, or by a reply in the words of five languages. */
export const countMeInWire: MethodWire<CountMeInSettings, FixedChoice> = fixedReplies(phrasesOf(countingInWords));
