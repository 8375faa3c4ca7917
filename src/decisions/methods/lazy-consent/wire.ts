import type { FixedChoice } from "../../model/counting/fixed-choice.ts";
import { fixedReplies } from "../../model/replies/fixed-replies.ts";
import { lazyWords, phrasesOf } from "../../model/replies/fixed-words.ts";
import type { MethodWire } from "../wire.ts";
import type { LazyConsentSettings } from "./rules.ts";

/** Agree, no opinion or object: by a native poll, or by a reply in the words of five languages. */
export const lazyConsentWire: MethodWire<LazyConsentSettings, FixedChoice> = fixedReplies(phrasesOf(lazyWords));
