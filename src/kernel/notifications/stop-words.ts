const words = {
  stop: ["stop", "stopp", "alto", "basta", "parar", "baja", "arret", "arreter", "halt", "ferma", "fermare"],
  start: ["start", "iniciar", "empezar", "alta", "demarrer", "reprendre", "starten", "inizia", "riprendi"],
} as const;

/**
 * Whether a message is nothing but a word that ends or takes up again what it answers, in any of the five languages.
 * `stopOrStart("« Arrêter ! »")` is `stop`, `stopOrStart("start")` is `start`, `stopOrStart("stop by at my place")` is undefined.
 */
export function stopOrStart(text: string): "stop" | "start" | undefined {
  if (text.length > 50) return undefined;
  const word = text
    .normalize("NFD")
    .replace(/[^\p{L}\s]/gu, "")
    .trim()
    .toLowerCase();
  if (words.stop.some((stop) => stop === word)) return "stop";
  return words.start.some((start) => start === word) ? "start" : undefined;
}
