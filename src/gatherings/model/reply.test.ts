import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GatheringQuestion } from "./gathering.ts";
import { readReply } from "./reply.ts";
import { foldText, piecesOf } from "./reply-pieces.ts";
import { replyWords } from "./reply-words.ts";

/** A reply in a word: `going 2`, `maybe`, `interest`, `unreadable`. */
function read(text: string, asked: GatheringQuestion = "rsvp"): string {
  const reply = readReply(text, asked);
  if (reply.kind !== "rsvp") return reply.kind;
  const { answer, people } = reply;
  return answer === "going" || answer === "audience" ? `${answer} ${people}` : answer;
}

/** What people write, by what it says when they are asked whether they come; parted by `|` and new lines. */
const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  English: {
    "going 1": `yes | Yes! | YES PLEASE | yes, thanks | Yep | I'm coming | I’ll be there | Count me in! | I'm in
      me too | Hi! Yes, of course. | @first-gathering yes | @first-gathering@koinon.example Yes 🎉`,
    "going 2": `yes, two of us | yes +1 | Yes, 2 | yes plus one | yes, for two | Yes, and a friend
      we are coming, both of us | Yes please, with my partner`,
    "going 3": `yes, there will be three of us | Yes, 3 people | we will be there, party of 3
      yes, two of us +1`,
    "audience 1": `I'd just like to listen | just listening | Yes, just listening | audience | audience please`,
    "audience 2": `just listening, two of us`,
    maybe: `maybe | Perhaps | not sure yet | I might come | I think so`,
    "not-going": `no | No thanks | No, sorry | not coming | sorry, I can't make it | I won't be there
      Unfortunately I cannot come | no, I can't come`,
    interest: `add me | Add me to the list | please add me to the list! | sign me up | I am interested`,
    stop: `STOP | stop please | unsubscribe | please remove me from the list`,
    start: `START | subscribe`,
    unreadable: `yes but only if it is after six | no idea | no problem | no one | nobody | don't count me in
      please don't stop | stop the war | I'm in Berlin | +1 | 2 | yes and no | yes, no, maybe | maybe yes
      thanks | why not | I said no to that years ago and would again | is there a list to add me to? | not yes
      no, two of us`,
  },
  Spanish: {
    "going 1": `sí | Si | ¡Sí! | sí, gracias | Sí, claro | allí estaré | voy | Cuenta conmigo | contad conmigo
      yo también | me apunto | Hola, sí, por supuesto`,
    "going 2": `sí, somos dos | Sí +1 | sí, más uno | sí, con una amiga | iremos 2 personas
      sí, para dos`,
    "going 3": `sí, seremos tres | sí, 3 personas`,
    "audience 1": `solo quiero escuchar | me gustaría solo escuchar | como oyente | Sí, como oyente`,
    maybe: `quizás | Tal vez | a lo mejor | no estoy segura | todavía no lo sé | creo que sí`,
    "not-going": `no | no puedo ir | No, lo siento | lo siento, no puedo | no asistiré | no podré ir
      no, gracias`,
    interest: `apúntame | Apúntame a la lista, por favor | añádeme a la lista | me interesa`,
    stop: `stop | BAJA | dame de baja | quiero darme de baja por favor`,
    start: `alta`,
    unreadable: `sí, pero solo si es por la tarde | si puedo llegar a tiempo | no sé qué decir de esto
      claro que no | no hay problema | no voy a olvidar esto | baja el volumen | sí o no | gracias | somos dos`,
  },
  French: {
    "going 1": `oui | Oui ! | oui, merci | Oui, bien sûr | je viens | j’y serai | J'en suis | Comptez sur moi
      moi aussi | je participe | Avec plaisir ! | partante | oui, s’il vous plaît`,
    "going 2": `oui, nous serons deux | oui +1 | Oui, à deux | oui, avec une amie | on sera deux, oui
      oui, 2 personnes`,
    "going 3": `oui, nous serons trois | Oui, pour 3`,
    "audience 1": `juste écouter | je voudrais juste écouter | Oui, seulement écouter | en auditrice libre`,
    maybe: `peut-être | Peut être | je ne sais pas encore | pas sûre | je pense que oui | éventuellement`,
    "not-going": `non | Non merci | non, désolée | je ne peux pas venir | je peux pas | Désolé, je ne viens pas
      sans moi`,
    interest: `ajoutez-moi | Ajoute-moi à la liste | inscrivez-moi sur la liste s'il vous plaît | ça m’intéresse`,
    stop: `stop | STOP svp | désabonnez-moi | désinscription | retirez-moi de la liste`,
    start: `reprendre`,
    unreadable: `oui mais seulement le soir | non mais quelle idée | pas de problème | pourquoi pas | si je peux
      oui et non | bien sûr que non | merci | stop aux violences | personne | nous serons deux`,
  },
  German: {
    "going 1": `ja | Ja! | ja bitte | Ja, gerne | ich komme | Bin dabei | ich bin dabei! | ich auch
      Zählt auf mich | na klar | Hallo, ja, ich komme gern | Zusage | natürlich`,
    "going 2": `ja, zu zweit | ja, wir sind zwei | Ja +1 | ja, mit einer Freundin | wir kommen zu zweit, ja
      ja, 2 Personen | ja, für zwei | ja, wir kommen gern, wir sind zu zweit`,
    "going 3": `ja, wir sind zu dritt | ja, drei Leute`,
    "audience 1": `ich möchte nur zuhören | nur zuhören | Ja, als Zuhörerin | ich moechte nur zuhoeren`,
    maybe: `vielleicht | Eventuell | weiß noch nicht | ich weiß es noch nicht | noch nicht sicher
      ich glaube schon`,
    "not-going": `nein | Nein danke | nein, leider nicht | ich kann leider nicht | Ich komme nicht | Absage
      tut mir leid, ich kann nicht kommen | ohne mich`,
    interest: `trag mich ein | Tragt mich bitte ein | setzt mich auf die Liste | Bitte setzt mich auf die Liste!
      ich habe Interesse`,
    stop: `STOP | Stopp | bitte abmelden | meldet mich ab | keine Nachrichten mehr, bitte`,
    start: `wieder anmelden`,
    unreadable: `ja, aber nur wenn es abends ist | nein oder doch | kein Problem | warum nicht | ja und nein
      sicher nicht | danke | halt die Ohren steif | nicht | zu zweit | ich komme aus Berlin`,
  },
  Italian: {
    "going 1": `sì | Si | Sì! | sì, grazie | vengo | Ci sarò | sì, certo | Contate su di me | ci sto | anch'io
      anche io | volentieri | Ciao, sì, vengo volentieri`,
    "going 2": `sì, siamo in due | Sì +1 | sì, in due | sì, con un'amica | verremo in due, sì | sì, per due
      sì, 2 persone`,
    "going 3": `sì, saremo in tre | Sì, siamo 3`,
    "audience 1": `vorrei solo ascoltare | solo ascoltare | Sì, come uditrice | vengo solo ad ascoltare`,
    maybe: `forse | Può darsi | non lo so ancora | non sono sicura | credo di sì | vediamo`,
    "not-going": `no | No grazie | no, mi dispiace | non posso venire | Purtroppo non riesco a venire
      non ci sarò | purtroppo no`,
    interest: `aggiungimi | Aggiungetemi alla lista | mettetemi in lista per favore | mi interessa`,
    stop: `stop | Basta | disiscrivimi | cancellatemi dalla lista, per favore`,
    start: `riprendi`,
    unreadable: `sì ma solo di sera | non c'è problema | se posso sì | no comment | basta guerre | sì e no
      perché no | grazie | nessuno | in due | non è un no`,
  },
};

function sayingsIn(texts: string): readonly string[] {
  return texts.split(/[|\n]/).map((text) => text.trim());
}

for (const [language, byMeaning] of Object.entries(answers)) {
  describe(`${language}, when asked who comes`, () => {
    const cases = Object.entries(byMeaning).flatMap(([meaning, texts]) =>
      sayingsIn(texts).map((text) => [text, meaning] as const),
    );
    test.each(cases)("“%s” is read as %s", (text, meaning) => {
      expect(read(text)).toBe(meaning);
    });
  });
}

test.each([
  ["yes", "interest"],
  ["Count me in!", "interest"],
  ["add me to the list", "interest"],
  ["vielleicht", "interest"],
  ["oui, nous serons deux", "interest"],
  ["vorrei solo ascoltare", "interest"],
  ["✋", "interest"],
  ["no", "not-going"],
  ["stop", "stop"],
  ["nice, see what my server does with it", "unreadable"],
])("asked for interest, “%s” is read as %s", (text, meaning) => {
  expect(read(text, "interest")).toBe(meaning);
});

test.each([
  ["👍", "going 1"],
  ["👍🏽", "going 1"],
  ["✋🏿", "going 1"],
  ["🙋‍♀️", "going 1"],
  ["@first-gathering 👍 👍", "going 1"],
  ["👎", "not-going"],
  ["👍👎", "unreadable"],
  ["🎉", "unreadable"],
  ["yes 👍", "going 1"],
  ["no 👍", "not-going"],
  ["✅ +1", "unreadable"],
])("emoji: “%s” is read as %s", (text, meaning) => {
  expect(read(text)).toBe(meaning);
});

test.each([
  ["", "unreadable"],
  ["   \n ", "unreadable"],
  ["@ada@elm.example @ben", "unreadable"],
  ["yes https://elm.example/@ada #gathering", "going 1"],
  ["ＹＥＳ", "going 1"],
  ["Y E S", "unreadable"],
  ["yes\n\nthanks", "going 1"],
  ["yes, 20", "going 20"],
  ["yes, 21", "unreadable"],
  ["yes, count me in", "going 1"],
  ["yes, add me to the list", "going 1"],
  ["count me in, add me to the list", "going 1"],
  ["yes, two of us, three of us", "unreadable"],
  ["yes, 0", "unreadable"],
  ["да", "unreadable"],
])("form: “%s” is read as %s", (text, meaning) => {
  expect(read(text)).toBe(meaning);
});

test("a text is folded to words without accents, capitals and punctuation", () => {
  expect(foldText("J’en suis !")).toEqual(["jen", "suis"]);
  expect(foldText("Weiß noch NICHT… +1")).toEqual(["weiss", "noch", "nicht", "plus", "1"]);
});

test("no row of words means two things, in whatever languages", () => {
  const meanings = new Map<string, Set<string>>();
  for (const language of Object.values(replyWords)) {
    for (const [row, piece] of piecesOf(language)) {
      meanings.set(row, (meanings.get(row) ?? new Set()).add(JSON.stringify(piece)));
    }
  }
  expect([...meanings].filter(([, of]) => of.size > 1).map(([row]) => row)).toEqual([]);
});

test("every row of words is written as a reply is folded, so that it can be met at all", () => {
  const rows = Object.values(replyWords).flatMap((language) => piecesOf(language).map(([row]) => row));
  expect(rows.filter((row) => foldText(row).join(" ") !== row)).toEqual([]);
});

test("an answer in the midst of a long comment is not an answer", () => {
  expect(read(`yes ${"please ".repeat(22)}`)).toBe("going 1");
  expect(read(`yes ${"please ".repeat(24)}`)).toBe("unreadable");
});

test("a hundred thousand characters are not looked at, whatever they are", () => {
  const nasty = ["yes ", "@", "'", "+", "a\u0301", "+1 ", "👍", "ﷺ", "\n", "no, ", "https://", "#"];
  for (const piece of nasty) expect(read(piece.repeat(Math.ceil(100_000 / piece.length)))).toBe("unreadable");
});

test("an unknown word makes any answer unreadable", () => {
  const sayings = Object.values(answers).flatMap((byMeaning) => Object.values(byMeaning).flatMap(sayingsIn));
  fc.assert(
    fc.property(fc.constantFrom(...sayings), (saying) => {
      expect(read(`${saying} zebra`)).toBe("unreadable");
      expect(read(`zebra ${saying}`)).toBe("unreadable");
    }),
  );
});

test("any text at all is read as something", () => {
  const words = fc.constantFrom(
    "yes",
    "no",
    "+1",
    "two",
    "of",
    "us",
    "👍",
    "@ada",
    "sì",
    "stop",
    "(",
    "’",
    "\u0301",
    "🏽",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.array(words).map((some) => some.join(" ")),
      ),
      (text) => {
        expect(["interest", "rsvp", "stop", "start", "unreadable"]).toContain(readReply(text, "rsvp").kind);
      },
    ),
  );
});
