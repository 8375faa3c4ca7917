import { foldedWords } from "../../../kernel/base/folded-words.ts";
import { hostFrom } from "../host.ts";

// In each of the five languages: what asks for a place to be added, and what may stand around it. Folded, as in `foldedWords`.
const asking = wordsOf(
  "add list include suggest",
  "anade anadid anadan anadir agrega agregad agreguen agregar incluye incluid incluyan incluir sugiero propongo",
  "ajoute ajoutez ajouter dajouter inscris inscrivez inscrire dinscrire propose",
  "fuge fugt hinzufugen hinzuzufugen nimm nehmt nehmen aufnehmen aufzunehmen trag tragt eintragen schlage",
  "aggiungi aggiungete aggiungere inserisci inserite inserire includi includete includere suggerisco",
);
const around = wordsOf(
  "please kindly could can would will you i we to the a this for on in our your place server instance directory thanks thank hi hello hey",
  "por favor podrias podriais podrian podeis puedes pueden al a el la lo en del tu vuestro vuestra su directorio lista sitio servidor instancia hola gracias",
  "sil te vous plait svp stp merci de bonjour salut pourriez pouvez peux tu je le au dans lannuaire annuaire repertoire liste lieu serveur votre ton",
  "bitte danke hallo konnt konntet kannst konnten konnen ihr du sie ich den das die der dem zum zur ins euer euerm eurem verzeichnis ort instanz auf ein hinzu vor",
  "per favore piacere grazie ciao potresti potreste potete puoi allelenco nellelenco alla nella il di elenco vostro posto istanza",
);

/**
 * The place that a message asks to add, as it names it; undefined where no sentence of it asks just that. Where it names several, all of
 * them, which no host is. `suggestedPlace("Hi! Please add social.example, it is ours.")` is `"social.example"`, and
 * `suggestedPlace("Please do not add social.example")` is undefined.
 */
export function suggestedPlace(text: string): string | undefined {
  for (const sentence of text.slice(0, 2_000).split(/[\n!?;]+|[.,:]+(?=\s|$)/u)) {
    const named = placeAskedFor(sentence);
    if (named !== undefined) return named;
  }
  return undefined;
}

function placeAskedFor(sentence: string): string | undefined {
  const tokens = sentence.split(/\s+/).filter((token) => token !== "" && !token.startsWith("@"));
  const bare = tokens.map((token) => token.replace(/^[("'«“„]+|[)"'»”“]+$/gu, ""));
  const places = bare.filter(isPlace);
  const words = bare.filter((token) => !isPlace(token)).flatMap((token) => foldedWords(token).split(" "));
  const said = words.filter((word) => word !== "");
  const asksJustThat =
    said.some((word) => asking.has(word)) && said.every((word) => asking.has(word) || around.has(word));
  return asksJustThat && places.length > 0 ? places.join(" ") : undefined;
}

function isPlace(token: string): boolean {
  return token.includes(".") && hostFrom(token) !== undefined;
}

function wordsOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}
