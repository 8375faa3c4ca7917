import { phrasesOf, placeOfPhrase } from "../replies/fixed-words.ts";
import { saidText } from "../replies/reply-text.ts";

/** What takes one's voice back, in five languages. */
const takingBack = phrasesOf([
  [
    "take back my voice | i take back my voice | take my voice back | i take my voice back | i want my voice back | my voice back",
    "recupero mi voz | quiero recuperar mi voz | retiro mi voz | devolvedme mi voz",
    "je reprends ma voix | reprendre ma voix | rendez moi ma voix | rendezmoi ma voix",
    "ich nehme meine stimme zuruck | nehme meine stimme zuruck | meine stimme zuruck | ich mochte meine stimme zuruck",
    "riprendo la mia voce | voglio riprendere la mia voce | ritiro la mia voce | ridatemi la mia voce",
  ],
]);

/**
 * Whether a message says nothing but that its author takes their voice back. `saysTakeBack("@league@koinon.example Take back my voice!")`
 * is true; "should I take back my voice?" with more around it is not.
 */
export function saysTakeBack(text: string): boolean {
  const said = saidText(text);
  return said !== null && placeOfPhrase(said, takingBack) !== null;
}
