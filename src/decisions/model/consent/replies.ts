import { phrasesOf, placeOfPhrase } from "../replies/fixed-words.ts";
import { saidText } from "../replies/reply-text.ts";

/** What somebody answered in words: the place of the answer among those asked for, and what they said with it. */
export interface WordedAnswer {
  readonly place: number;
  readonly words: string;
}

/** Clear, pass. Anything else in the round of questions is a question. */
const clarityPhrases = phrasesOf([
  [
    "clear | all clear | it is clear | its clear | no questions | no question | understood",
    "claro | esta claro | todo claro | queda claro | sin preguntas | entendido",
    "cest clair | clair | tout est clair | pas de question | pas de questions | compris",
    "klar | alles klar | ist klar | keine fragen | keine frage | verstanden",
    "chiaro | e chiaro | tutto chiaro | nessuna domanda | capito",
  ],
  ["pass | i pass | skip", "paso", "je passe | passe", "weiter | ich passe", "passo"],
]);

/** Consent, consent with a concern, objection. */
const consentPhrases = phrasesOf([
  [
    "consent | i consent | we consent | no objection | no objections | i have no objection | yes | 👍",
    "consiento | consentimiento | doy mi consentimiento | sin objecion | sin objeciones | ninguna objecion | si",
    "je consens | consentement | pas dobjection | aucune objection | sans objection | oui",
    "konsent | ich gebe konsent | ich gebe meinen konsent | kein einwand | keine einwande | ja",
    "consenso | do il consenso | do il mio consenso | nessuna obiezione | senza obiezioni",
  ],
  [
    "consent with concern | consent with a concern | i consent with a concern | concern | i have a concern | with a concern",
    "consiento con reparo | consiento con un reparo | con reparo | con un reparo | reparo",
    "je consens avec une reserve | consentement avec reserve | avec une reserve | reserve | une reserve",
    "konsent mit bedenken | mit bedenken | bedenken | ein bedenken",
    "consenso con riserva | con una riserva | con riserva | riserva | una riserva",
  ],
  [
    "objection | i object | we object | i have an objection | object",
    "objecion | tengo una objecion | objeto | me opongo",
    "jobjecte | jai une objection | une objection | je mobjecte",
    "einwand | ich habe einen einwand | ich erhebe einwand | schwerwiegender einwand",
    "obiezione | ho una obiezione | ho unobiezione | obietto",
  ],
]);

/** Keep, change, end. */
const reviewPhrases = phrasesOf([
  [
    "keep | keep it | keep going",
    "mantener | mantenerla | seguir",
    "garder | garde | maintenir | continuer",
    "behalten | beibehalten | weiterfuhren",
    "mantenere | tenere | continuare",
  ],
  ["change | change it", "cambiar | cambiarla", "changer | modifier", "andern | verandern", "cambiare | modificare"],
  ["end | end it | stop", "terminar | acabar | terminarla", "mettre fin | finir", "beenden", "terminare | chiudere"],
]);

/** Yes, no. */
const agreeingPhrases = phrasesOf([
  [
    "yes | yes it does | that works | it works | ok | okay | fine | i consent | consent | 👍",
    "si | me sirve | vale | de acuerdo | consiento",
    "oui | ca me va | cela me va | daccord | je consens",
    "ja | passt | das passt | einverstanden | konsent",
    "va bene | mi va bene | daccordo | consenso",
  ],
  [
    "no | it does not | not yet | i object | 👎",
    "no me sirve | todavia no",
    "non | pas encore",
    "nein | noch nicht",
    "non ancora",
  ],
]);

/** `1: not two languages`, `Objection – we cannot pay it`: what stands before the first mark is the answer, the rest goes with it. */
function readWorded(text: string, phrases: readonly ReadonlySet<string>[]): WordedAnswer | undefined {
  const said = saidText(text);
  if (said === null) return undefined;
  const whole = placeIn(said, phrases);
  if (whole !== undefined) return { place: whole, words: "" };
  const [, head = "", rest = ""] =
    /^([^.,;:!?\n–—]{1,80}?)\s*(?:[.,;:!?\n–—]|\s-+\s|\s(?:because|porque|parce qu[e'’]|weil|perch[eé])\s)\s*([\s\S]*)$/iu.exec(
      said,
    ) ?? [];
  const place = placeIn(head, phrases);
  return place === undefined ? undefined : { place, words: rest.trim() };
}

function placeIn(words: string, phrases: readonly ReadonlySet<string>[]): number | undefined {
  const numbered = /^\s*(\d)\s*[.)]?\s*$/.exec(words)?.[1];
  if (numbered !== undefined) {
    const place = Number(numbered) - 1;
    return place >= 0 && place < phrases.length ? place : undefined;
  }
  return placeOfPhrase(words, phrases) ?? undefined;
}

/** Clear (0) or pass (1); undefined for anything else, which is a question. */
export function readClarity(text: string): number | undefined {
  return readWorded(text, clarityPhrases)?.place;
}

/** Whether somebody passes in the round of reactions. */
export function saysPass(text: string): boolean {
  return readWorded(text, clarityPhrases)?.place === 1;
}

/** Consent (0), with a concern (1), objection (2), each with what was said; in five languages, or by number. */
export function readConsent(text: string): WordedAnswer | undefined {
  return readWorded(text, consentPhrases);
}

/** Keep (0), change (1), end (2), with what was said. */
export function readReview(text: string): WordedAnswer | undefined {
  return readWorded(text, reviewPhrases);
}

/** Yes (0) or no (1), with what was said. */
export function readAgreeing(text: string): WordedAnswer | undefined {
  return readWorded(text, agreeingPhrases);
}
