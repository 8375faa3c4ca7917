// What people send to be left alone, in the five languages; "stop" is understood in all of them.
const stopWords = new Set([
  "stop",
  "stop all",
  "unsubscribe",
  "para",
  "parar",
  "basta",
  "darme de baja",
  "no más mensajes",
  "arrêt",
  "arrêter",
  "arrete",
  "désinscription",
  "me désinscrire",
  "stopp",
  "abmelden",
  "aufhören",
  "ferma",
  "smetti",
  "disiscrivimi",
  "cancellami",
]);

/**
 * Whether a message asks to be left alone: one of the words by itself, whatever its letters and signs.
 * `asksToStop("STOP!")` is true, `asksToStop("stop by at my place")` is not.
 */
export function asksToStop(text: string): boolean {
  if (text.length > 100) return false;
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return stopWords.has(words);
}
