/** What a message to a community asks for, when it asks for it plainly. */
export interface MembershipWish {
  readonly wish: "join" | "leave";
  /** What was said after it; empty when nothing was. */
  readonly reason: string;
}

// What people write in English, Spanish, French, German and Italian, without accents, apostrophes and capitals.
const joining = wordings(
  "join | join us | let me join | let me in | i want to join | i would like to join | id like to join | may i join | can i join",
  "make me a member | i want to become a member | i would like to become a member",
  "unirme | quiero unirme | me gustaria unirme | me uno | quiero ser miembro | quisiera ser miembro",
  "rejoindre | je veux rejoindre | je voudrais rejoindre | je souhaite rejoindre | adherer | je veux adherer",
  "je voudrais adherer | je souhaite adherer | je veux devenir membre | je voudrais devenir membre",
  "beitreten | ich mochte beitreten | ich will beitreten | ich wurde gern beitreten | darf ich beitreten | kann ich beitreten",
  "ich mochte mitglied werden | ich will mitglied werden",
  "unirmi | voglio unirmi | vorrei unirmi | aderire | voglio aderire | vorrei aderire | vorrei diventare membro",
);
const leaving = wordings(
  "leave | i leave | i want to leave | i am leaving | im leaving | remove me",
  "salir | quiero salir | me voy | darme de baja | quiero darme de baja",
  "quitter | je quitte | je veux quitter | je pars",
  "austreten | ich trete aus | ich mochte austreten | ich will austreten",
  "uscire | esco | voglio uscire | vorrei uscire",
);

function wordings(...rows: readonly string[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.split(" | ")));
}

/**
 * Reads a message as a wish to join or to leave, in five languages; undefined for anything else. The wish stands alone, or first,
 * with the reason after a full stop, a comma, a colon, a dash or a line break.
 *
 * `membershipWish("I'd like to join: we run a co-op server.")` is `{ wish: "join", reason: "we run a co-op server." }`. Nobody is
 * put down for what they did not plainly say: "join us tomorrow" is no wish to join.
 */
export function membershipWish(text: string): MembershipWish | undefined {
  const said = text.trim().slice(0, 3_000);
  const [, opening = "", rest = ""] = /^([^.,:;!?\n–—]{1,60})[.,:;!?\n–—]*(.*)$/s.exec(said) ?? [];
  const words = plainWords(opening);
  const reason = rest.trim();
  if (joining.has(words)) return { wish: "join", reason };
  return leaving.has(words) ? { wish: "leave", reason } : undefined;
}

function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}|['’¡¿]/gu, "")
    .toLowerCase()
    .replace(
      /^(please|por favor|bitte|per favore|hello|hi|hola|bonjour|hallo|ciao)\s+|\s+(please|por favor|bitte)$/g,
      "",
    )
    .replace(/\s+/g, " ")
    .trim();
}
