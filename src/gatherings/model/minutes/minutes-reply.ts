import { foldText } from "../reply-pieces.ts";
import { minutesBounds, type NameAnswer } from "./minutes.ts";

/** What a reply to a gathering says of its minutes. */
export type MinutesReply =
  | { readonly kind: "name"; readonly answer: NameAnswer }
  | { readonly kind: "correction"; readonly text: string };

const correctionWords = /^(?:correction|corrección|correccion|korrektur|berichtigung|correzione)\s*[:：]\s*/i;

const longestReply = 3000;

const polite: ReadonlySet<string> = new Set(
  "please thanks thank you many yes hi hello por favor gracias si hola sil vous te plait merci oui bonjour bitte danke ja hallo per favore grazie ciao".split(
    " ",
  ),
);

const namings: ReadonlyMap<string, NameAnswer> = new Map([
  ...rows("named", [
    "name me",
    "you may name me",
    "you can name me",
    "do name me",
    "nombrame",
    "nombradme",
    "nombrenme",
    "podeis nombrarme",
    "pueden nombrarme",
    "puedes nombrarme",
    "nommez moi",
    "nomme moi",
    "vous pouvez me nommer",
    "tu peux me nommer",
    "nenne mich",
    "nenn mich",
    "nennt mich",
    "nennen sie mich",
    "ihr durft mich nennen",
    "nominami",
    "nominatemi",
    "fate il mio nome",
    "potete nominarmi",
    "puoi nominarmi",
  ]),
  ...rows("not-named", [
    "do not name me",
    "dont name me",
    "please do not name me",
    "not named",
    "no me nombres",
    "no me nombreis",
    "no me nombren",
    "ne me nommez pas",
    "ne me nomme pas",
    "nenne mich nicht",
    "nenn mich nicht",
    "nennt mich nicht",
    "nennen sie mich nicht",
    "non nominarmi",
    "non nominatemi",
    "non fate il mio nome",
  ]),
]);

function rows(answer: NameAnswer, texts: readonly string[]): readonly (readonly [string, NameAnswer])[] {
  return texts.map((text) => [text, answer] as const);
}

/**
 * Reads a reply about the minutes, in English, Spanish, French, German or Italian: "name me", "do not name me", "correction: it was two
 * servers, not three". Undefined for anything else.
 */
export function readMinutesReply(text: string): MinutesReply | undefined {
  if (text.length > longestReply) return undefined;
  const said = text.replace(/^(?:\s*[@#]\S+)+/, "").trim();
  const correction = correctionWords.exec(said);
  if (correction !== null) {
    const rest = said.slice(correction[0].length).trim();
    return rest === "" ? undefined : { kind: "correction", text: rest.slice(0, minutesBounds.correction) };
  }
  const words = foldText(said);
  const last = words.findLastIndex((word) => !polite.has(word));
  const first = words.findIndex((word) => !polite.has(word));
  const answer = namings.get(words.slice(0, last + 1).join(" ")) ?? namings.get(words.slice(first, last + 1).join(" "));
  return answer === undefined ? undefined : { kind: "name", answer };
}
