import { foldText } from "../reply-pieces.ts";
import { languagesNamed } from "./language-names.ts";
import { longestIntroduction, type AccessNeeds, type QuestionAnswers, type RecordingConsent } from "./questions.ts";

/** What a message answers; what it does not speak of is left as it stands. */
export type WrittenAnswers = Partial<QuestionAnswers> & Partial<AccessNeeds> & { readonly acceptsConduct?: true };

type Subject = keyof QuestionAnswers | keyof AccessNeeds | "conduct";

/** What a line may begin with, folded, in each language. */
const subjects: Readonly<Record<Subject, string>> = {
  languages: "languages|language|idiomas|idioma|lenguas|langues|langue|sprachen|sprache|lingue|lingua",
  captions: "captions|subtitles|subtitulos|sous titres|sous titrage|untertitel|sottotitoli",
  signLanguage: "sign language|lengua de signos|lengua de senas|langue des signes|gebardensprache|lingua dei segni",
  other: "access|access needs|accesibilidad|accessibilite|barrierefreiheit|accessibilita",
  recording: "recording|grabacion|enregistrement|aufnahme|aufzeichnung|registrazione",
  introduction: "introduction|intro|about me|presentacion|presentation|vorstellung|presentazione",
  brings: "i bring|bring|aporto|traigo|japporte|apport|ich bringe mit|ich bringe|porto",
  seeks: "i seek|seek|i look for|busco|je cherche|cherche|ich suche|suche|cerco",
  conduct: "code of conduct|conduct|codigo de conducta|code de conduite|verhaltenskodex|codice di condotta",
};

const subjectsByName = new Map(
  (Object.entries(subjects) as [Subject, string][]).flatMap(([subject, names]) =>
    names.split("|").map((name) => [name, subject] as const),
  ),
);

const yes = new Set(
  "yes yeah yep si oui ja ok okay accept accepted i accept acepto jaccepte ich stimme zu accetto".split(" "),
);
["i accept", "ich stimme zu", "de acuerdo", "daccord", "va bene"].forEach((words) => yes.add(words));
const no = new Set(["no", "non", "nein", "none", "not"]);
const unnamed = new Set([
  "without my name",
  "without name",
  "without my name or picture",
  "sin mi nombre",
  "sin nombre",
  "sans mon nom",
  "sans nom",
  "ohne meinen namen",
  "ohne namen",
  "senza il mio nome",
  "senza nome",
]);

/**
 * Reads a message in which every line is "subject: answer", such as "Languages: German, English" or "Aufnahme: nein"; undefined for any
 * other text, and for one whose answers are not understood: nobody is put down for what they did not plainly say.
 */
export function readWrittenAnswers(text: string): WrittenAnswers | undefined {
  if (text.length > 4000) return undefined;
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !/^\s*@\S+\s*$/.test(line));
  const read = lines.map(readLine);
  if (read.length === 0 || read.includes(undefined)) return undefined;
  return Object.assign({}, ...read) as WrittenAnswers;
}

function readLine(line: string): WrittenAnswers | undefined {
  const [, label = "", said = ""] = /^\s*(?:@\S+\s+)*([^:]{1,40}):\s*(.+)$/.exec(line) ?? [];
  const subject = subjectsByName.get(foldText(label).join(" "));
  return subject === undefined ? undefined : answerTo(subject, said.trim());
}

function answerTo(subject: Subject, said: string): WrittenAnswers | undefined {
  const words = foldText(said).join(" ");
  switch (subject) {
    case "languages": {
      const languages = languagesNamed(said);
      return languages === null ? undefined : { languages };
    }
    case "captions":
      return yes.has(words) || no.has(words) ? { captions: yes.has(words) } : undefined;
    case "recording": {
      const recording = recordingMeant(words);
      return recording === undefined ? undefined : { recording };
    }
    case "conduct":
      return yes.has(words) ? { acceptsConduct: true } : undefined;
    case "signLanguage":
      return { signLanguage: no.has(words) ? "" : said.slice(0, 100) };
    case "other":
    case "introduction":
    case "brings":
    case "seeks":
      return said.length > longestIntroduction ? undefined : { [subject]: said };
  }
}

function recordingMeant(words: string): RecordingConsent | undefined {
  if (yes.has(words)) return "yes";
  if (no.has(words)) return "no";
  return unnamed.has(words) ? "unnamed" : undefined;
}
