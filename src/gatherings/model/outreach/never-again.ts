import { foldText } from "../reply-pieces.ts";

/** What people write who do not want to be asked again, folded, in each language. */
const wishes = [
  "do not ask again",
  "dont ask again",
  "do not ask me again",
  "dont ask me again",
  "never ask again",
  "no volvais a preguntar",
  "no preguntes mas",
  "no me preguntes mas",
  "no me pregunteis mas",
  "ne demandez plus",
  "ne me demandez plus",
  "ne plus demander",
  "nicht wieder fragen",
  "nicht mehr fragen",
  "fragt nicht wieder",
  "bitte nicht wieder fragen",
  "non chiedere piu",
  "non chiedetelo piu",
  "non chiedetemelo piu",
  "non chiedermelo piu",
];

/** Whether a message asks never to be asked again; `asksNeverAgain("Bitte nicht wieder fragen!")` is true. */
export function asksNeverAgain(text: string): boolean {
  if (text.length > 200) return false;
  const words = foldText(text.replace(/(^|\s)@\S+/g, " ")).join(" ");
  return wishes.includes(words);
}
