/** What a piece of an answer about a commitment means. `until` leads to a day and means nothing by itself. */
export type AnswerMeaning = "accept" | "decline" | "finish" | "drop" | "more-time" | "until";

/**
 * What people write when they answer for a commitment, by language, as patterns of words without accents and apostrophes; see
 * `replyWords` for how a pattern is written. A pattern may not mean two things in two languages.
 */
export const answerWords: Readonly<Record<"en" | "es" | "fr" | "de" | "it", Readonly<Record<AnswerMeaning, string>>>> =
  {
    en: {
      accept: `yes | yep | yeah | sure | of course | i will | i will do it/that | ill do it/that | i accept | accepted | i do | gladly`,
      decline: `no | nope | i cant/cannot | i cant/cannot do it/that | i wont | i will not | i decline | not me | rather not`,
      finish: `its? all? done | it is all? done | i did it/that | i have done it/that | ive done it/that | its? finished | it is finished | completed`,
      drop: `drop | drop it/that | dropped | i drop it/that | i give up | give it up | forget it | let it go`,
      "more-time": `more time | i? need more time | give me more time | not yet | not done yet | its not done yet | some more time
      a bit more time | i? need until`,
      until: `until | till | by | to`,
    },
    es: {
      accept: `si | vale | claro | por supuesto | lo hare | lo hago | acepto | de acuerdo | me encargo`,
      decline: `no puedo | no lo hare | no acepto | prefiero que no | yo no`,
      finish: `hecho | ya esta | ya esta hecho | esta hecho | lo hice | lo he hecho | terminado | ya esta terminado | listo`,
      drop: `lo dejo | dejarlo | abandono | abandonar | lo abandono | renuncio | dejalo`,
      "more-time": `mas tiempo | necesito mas tiempo | un poco mas de tiempo | todavia no | aun no | dame mas tiempo`,
      until: `hasta | hasta el | para el | el`,
    },
    fr: {
      accept: `oui | daccord | bien sur | je le ferai | je le fais | je men charge | je men occupe | jaccepte | volontiers`,
      decline: `non | je ne? peux pas | je ne? le ferai pas | je refuse | pas moi | je decline`,
      finish: `fait | cest fait | je lai fait | termine | cest termine | fini | cest fini`,
      drop: `jabandonne | abandonner | abandon | laisser tomber | je laisse tomber | je renonce | jy renonce`,
      "more-time": `plus de temps | il me faut plus de temps | jai besoin de plus de temps | encore du temps | pas encore
      un peu plus de temps`,
      until: `jusquau | jusqua | dici | dici le | dici au | pour le | le`,
    },
    de: {
      accept: `ja | jo | gern | gerne | klar | ich mache es | ich machs | mache ich | mach ich | ich ubernehme es | ubernehme ich | einverstanden`,
      decline: `nein | nee | ich kann nicht | ich mache es nicht | mache ich nicht | ich lehne ab | lieber nicht | ich nicht`,
      finish: `erledigt | ist erledigt | habe ich erledigt | ich habe es erledigt | ich habe es gemacht | gemacht | fertig | ist fertig | getan`,
      drop: `fallen lassen | ich lasse es fallen | lass es fallen | aufgeben | ich gebe es auf | gestrichen | streichen`,
      "more-time": `mehr zeit | ich brauche mehr zeit | brauche mehr zeit | noch nicht | noch nicht fertig | etwas mehr zeit`,
      until: `bis | bis zum | zum`,
    },
    it: {
      accept: `va bene | certo | volentieri | lo faccio | lo faro | accetto | daccordo | ci penso io | me ne occupo io?`,
      decline: `non posso | non lo faro | non lo faccio | non accetto | preferisco di no | io no`,
      finish: `fatto | e fatto | lho fatto | finito | e finito | ho finito | completato`,
      drop: `lascio perdere | lasciar perdere | abbandono | abbandonare | rinuncio | lascia perdere`,
      "more-time": `piu tempo | mi serve piu tempo | ho bisogno di piu tempo | ancora tempo | non ancora | un po piu di tempo`,
      until: `fino al | entro il | entro | per il | al | il`,
    },
  };

/** What people begin and part a promise with, by language: "I will … by Friday". Accents may be left out. */
export const promiseWords: readonly RegExp[] = [
  /^i(?: will|['’]ll) (?<what>.+) by (?<when>.+?)[.!]*$/isu,
  /^(?:me comprometo a|me encargo de) (?<what>.+) (?:para|hasta) (?<when>.+?)[.!]*$/isu,
  /^je (?:m['’]engage [àa]|me charge de) (?<what>.+) (?:d['’]ici(?: le| au)?|pour le) (?<when>.+?)[.!]*$/isu,
  /^ich (?:werde|[üu]bernehme) (?<what>.+) bis(?: zum)? (?<when>.+?)[.!]*$/isu,
  /^mi impegno a (?<what>.+) entro(?: il)? (?<when>.+?)[.!]*$/isu,
];
