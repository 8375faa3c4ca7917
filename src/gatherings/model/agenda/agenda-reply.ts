import { foldText } from "../reply-pieces.ts";

/** What a reply to a gathering says of its agenda. */
export type AgendaReply =
  | { readonly kind: "item"; readonly title: string; readonly note: string; readonly minutes: number | undefined }
  /** Without a title, the only one that waits. */
  | { readonly kind: "withdrawal"; readonly title: string }
  | { readonly kind: "consent" }
  | { readonly kind: "objection"; readonly reason: string };

const longestReply = 3000;
const itemWords =
  /^(?:(?:new |agenda )?(?:item|topic)|(?:nuevo )?(?:punto|tema)|(?:nouveau )?(?:point|sujet)|(?:neuer )?(?:punkt|tagesordnungspunkt|thema|top)|(?:nuovo )?(?:punto|argomento))\s*[:：]\s*/i;
const withdrawalWords =
  /^(?:(?:i )?withdraw (?:my|the) (?:item|topic)|retiro (?:mi|el) (?:punto|tema)|je retire (?:mon|le) (?:point|sujet)|ich ziehe (?:meinen|den) punkt zurück|ritiro (?:il mio|il|l['’]) ?(?:punto|argomento))\s*(?:[.!]\s*$|$|[:：]\s*)/i;
const objectionWords =
  /^(?:i object|objection|objeción|objecion|objeto|me opongo|je fais objection|j['’]objecte|einwand|schwerwiegender einwand|obiezione|mi oppongo)\s*[:：,.]\s*/i;
const minutesAtEnd = /[\s,;:(–—-]+(\d{1,3})\s?(?:min|mins|minutes?|minutos?|minut[io]|minuten|['’′])\.?\)?\.?$/i;

const consents: ReadonlySet<string> = new Set(
  [
    "consent, i consent, i consent to the agenda, consent to the agenda",
    "consiento, doy mi consentimiento, consentimiento",
    "je consens, consentement, je donne mon consentement",
    "konsent, ich gebe konsent, ich gebe meinen konsent, konsent zur tagesordnung",
    "acconsento, consenso, do il mio consenso",
  ].flatMap((rows) => rows.split(", ")),
);

/**
 * Reads a reply about the agenda, in English, Spanish, French, German or Italian: "item: how we pay for storage, 15 min", "consent",
 * "objection: it leaves no time for questions", "withdraw my item: the wiki". An objection has a reason. Undefined for anything else.
 */
export function readAgendaReply(text: string): AgendaReply | undefined {
  if (text.length > longestReply) return undefined;
  const said = text.replace(/^(?:\s*[@#]\S+)+/, "").trim();
  const item = itemWords.exec(said);
  if (item !== null) return itemIn(said.slice(item[0].length));
  const withdrawal = withdrawalWords.exec(said);
  if (withdrawal !== null) return { kind: "withdrawal", title: said.slice(withdrawal[0].length).trim().slice(0, 200) };
  const objection = objectionWords.exec(said);
  const reason = said.slice(objection?.[0].length ?? 0).trim();
  if (objection !== null) return reason === "" ? undefined : { kind: "objection", reason: reason.slice(0, 2000) };
  return consents.has(foldText(said).join(" ")) ? { kind: "consent" } : undefined;
}

/** The first line is the title, with the minutes at its end; the rest explains it. */
function itemIn(said: string): AgendaReply | undefined {
  const [first = "", ...rest] = said.split("\n");
  const line = first.trim();
  const minutes = minutesAtEnd.exec(line);
  const title = (minutes === null ? line : line.slice(0, minutes.index)).replace(/[\s,;:(–—-]+$/, "").slice(0, 200);
  if (title === "") return undefined;
  const wanted = Number(minutes?.[1] ?? 0);
  return {
    kind: "item",
    title,
    note: rest.join("\n").trim().slice(0, 2000),
    minutes: wanted >= 1 && wanted <= 600 ? wanted : undefined,
  };
}
