import { foldedWords } from "../../../kernel/base/folded-words.ts";

/**
 * What people write for each fixed option of a method, in the order of the options: rows of English, Spanish, French, German and
 * Italian, without accents, apostrophes and capitals, parted by `|`. The language of a reply is not known, so no phrase may mean two
 * things in two languages.
 */
type OptionWords = readonly (readonly string[])[];

/** Agree, abstain, disagree, block. */
export const stanceWords: OptionWords = [
  [
    "agree | agreed | i agree | we agree | i fully agree | fully agree | in favour | in favor | i am in favour | i am in favor",
    "im in favour | im in favor | for | yes | yes i agree | aye | i support this | i support it | +1 | 👍",
    "de acuerdo | estoy de acuerdo | estamos de acuerdo | a favor | estoy a favor | estamos a favor | si",
    "daccord | d accord | je suis daccord | nous sommes daccord | pour | je suis pour | nous sommes pour | favorable | oui",
    "zustimmung | ich stimme zu | stimme zu | wir stimmen zu | dafur | ich bin dafur | bin dafur | wir sind dafur | einverstanden",
    "ich bin einverstanden | bin einverstanden | wir sind einverstanden | ja",
    "daccordo | d accordo | sono daccordo | siamo daccordo | a favore | sono a favore | siamo a favore | favorevole | sono favorevole",
  ],
  [
    "abstain | i abstain | we abstain | i am abstaining | im abstaining | abstaining | abstention",
    "abstencion | me abstengo | nos abstenemos | abstenerme | abstenerse",
    "je mabstiens | nous nous abstenons | mabstenir | sabstenir",
    "enthaltung | ich enthalte mich | enthalte mich | wir enthalten uns | enthalten",
    "astensione | mi astengo | ci asteniamo | astenermi | astenersi | astenuta | astenuto",
  ],
  [
    "disagree | i disagree | we disagree | i do not agree | i dont agree | we do not agree | we dont agree | against | i am against",
    "im against | we are against | opposed | i am opposed | im opposed | no | nay | -1 | 👎",
    "en desacuerdo | estoy en desacuerdo | no estoy de acuerdo | no estamos de acuerdo | en contra | estoy en contra | estamos en contra",
    "pas daccord | je ne suis pas daccord | je suis pas daccord | nous ne sommes pas daccord | en desaccord | contre | je suis contre",
    "nous sommes contre | non",
    "ablehnung | ich lehne ab | lehne ab | wir lehnen ab | dagegen | ich bin dagegen | bin dagegen | wir sind dagegen",
    "nicht einverstanden | ich bin nicht einverstanden | bin nicht einverstanden | ich stimme nicht zu | stimme nicht zu | nein",
    "in disaccordo | sono in disaccordo | non sono daccordo | non siamo daccordo | contraria | contrario | sono contraria | sono contrario",
    "contro | sono contro",
  ],
  [
    "block | i block | we block | i block this | i am blocking | im blocking | blocking | veto | i veto",
    "bloqueo | lo bloqueo | bloqueamos | bloquear",
    "blocage | je bloque | nous bloquons | bloquer | je mets mon veto",
    "blockade | ich blockiere | blockiere | wir blockieren | blockieren | ich lege veto ein",
    "blocco | lo blocco | blocchiamo | bloccare | metto il veto",
  ],
];

/** Looks good, not sure, concerned. */
export const senseWords: OptionWords = [
  [
    "looks good | looks good to me | lgtm | good | fine | fine by me | fine with me | all good | 👍",
    "me parece bien | esta bien | bien | se ve bien | pinta bien",
    "ca me va | cela me va | ca me convient | cela me convient | bon pour moi | ca me parait bien | ca a lair bien",
    "sieht gut aus | gut | passt | passt fur mich | in ordnung",
    "mi sembra buono | mi sembra buona | mi sembra bene | va bene | per me va bene | mi va bene | bene",
  ],
  [
    "not sure | im not sure | i am not sure | unsure | im unsure | i am unsure",
    "no estoy segura | no estoy seguro | no estoy segure | no lo se | tengo dudas",
    "pas sure | pas sur | je ne suis pas sure | je ne suis pas sur | je suis pas sure | je suis pas sur | je ne sais pas | jhesite",
    "nicht sicher | bin nicht sicher | ich bin nicht sicher | bin mir nicht sicher | ich bin mir nicht sicher | unsicher",
    "non sono sicura | non sono sicuro | non so | non lo so | ho dubbi | ho dei dubbi",
  ],
  [
    "concerned | im concerned | i am concerned | i have concerns | i have a concern | worried | im worried | i am worried",
    "me preocupa | preocupada | preocupado | preocupade | estoy preocupada | estoy preocupado | estoy preocupade | tengo reparos",
    "inquiete | inquiet | je suis inquiete | je suis inquiet | ca minquiete | cela minquiete | jai des reserves",
    "besorgt | ich bin besorgt | bin besorgt | bedenken | ich habe bedenken | habe bedenken",
    "preoccupata | preoccupato | sono preoccupata | sono preoccupato | mi preoccupa | ho delle riserve | ho riserve",
  ],
];

/** Agree, no opinion, object: objecting is said in the words of disagreeing and blocking, too. */
export const lazyWords: OptionWords = [
  stanceWords[0] ?? [],
  [
    ...(stanceWords[1] ?? []),
    "no opinion | i have no opinion | sin opinion | no tengo opinion | sans avis | je nai pas davis | keine meinung",
    "ich habe keine meinung | nessuna opinione | non ho opinioni | 0",
  ],
  [
    ...(stanceWords[2] ?? []),
    ...(stanceWords[3] ?? []),
    "object | i object | we object | objection | i have an objection",
    "objeto | objecion | tengo una objecion | me opongo | nos oponemos",
    "je my oppose | je moppose | nous nous y opposons | jobjecte | jai une objection",
    "einspruch | ich erhebe einspruch | wir erheben einspruch | einwand | ich habe einen einwand",
    "mi oppongo | ci opponiamo | obietto | obiezione | ho un obiezione",
  ],
];

/** In, out. */
export const countingInWords: OptionWords = [
  [
    "in | im in | i am in | we are in | were in | count me in | count us in | me too | ill join | i will join | yes | 👍",
    "cuenta conmigo | contad conmigo | cuenten conmigo | me apunto | nos apuntamos | me sumo | yo tambien | si",
    "jen suis | compte sur moi | comptez sur moi | je participe | je suis partante | je suis partant | moi aussi | oui",
    "dabei | bin dabei | ich bin dabei | wir sind dabei | ich mache mit | mache mit | ich auch | ja",
    "ci sono | ci sto | conta su di me | contate su di me | partecipo | anche io | anchio",
  ],
  [
    "out | im out | i am out | we are out | were out | count me out | count us out | not me | no | 👎",
    "no cuentes conmigo | no conteis conmigo | no cuenten conmigo | no me apunto | yo no",
    "sans moi | ne compte pas sur moi | ne comptez pas sur moi | je ne participe pas | pas moi | non",
    "nicht dabei | bin nicht dabei | ich bin nicht dabei | ohne mich | ich mache nicht mit | ich nicht | nein",
    "non ci sono | non ci sto | non contare su di me | non contate su di me | non partecipo | io no",
  ],
];

/** The six grades, from the best: very good, good, quite good, acceptable, poor, to be rejected. */
export const gradeWords: OptionWords = [
  ["very good", "muy bien | muy buena | muy bueno", "tres bien", "sehr gut", "molto buono | molto buona"],
  ["good", "bien | buena | bueno", "gut", "buono | buona"],
  [
    "quite good",
    "bastante bien | bastante buena | bastante bueno",
    "assez bien",
    "recht gut",
    "abbastanza buono | abbastanza buona",
  ],
  ["acceptable", "aceptable", "passable", "annehmbar", "accettabile"],
  ["poor", "insuficiente", "insuffisant | insuffisante", "mangelhaft", "insufficiente"],
  [
    "to be rejected | reject",
    "a rechazar | rechazar",
    "a rejeter | rejeter",
    "abzulehnen | ablehnen",
    "da respingere | respingere",
  ],
];

/** Not one of the options; `-` says so in every language. */
export const noneWords: OptionWords = [
  [
    "none | none of these | none of them | neither | -",
    "ninguna | ninguno | ninguna de estas | ninguno de estos",
    "aucune | aucun | aucune de ces options | aucune des options",
    "keine | keines | keine davon | keines davon | nichts davon",
    "nessuna | nessuno | nessuna di queste | nessuno di questi",
  ],
];

/** The phrases of each option as one set, for {@link placeOfPhrase}. */
export function phrasesOf(words: OptionWords): readonly ReadonlySet<string>[] {
  return words.map((rows) => new Set(rows.flatMap((row) => row.split(" | "))));
}

/** The place of the option a piece of a reply names word for word; null when it names none. */
export function placeOfPhrase(piece: string, phrases: readonly ReadonlySet<string>[]): number | null {
  const plain = piece.trim().replace(/[\p{Emoji_Modifier}\uFE0F]/gu, "");
  const folded = /^[+-]\d$/.test(plain) ? plain : foldedWords(plain) || plain;
  const place = phrases.findIndex((set) => set.has(folded));
  return place === -1 ? null : place;
}
