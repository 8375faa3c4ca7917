import { answerConsent } from "../decisions/commands/consent/answer-consent.ts";
import { answerQuestion } from "../decisions/commands/consent/answer-question.ts";
import { askForConsent } from "../decisions/commands/consent/ask-for-consent.ts";
import { askQuestion } from "../decisions/commands/consent/ask-question.ts";
import { addToObjection } from "../decisions/commands/consent/add-to-objection.ts";
import { closeGatheringOfObjections } from "../decisions/commands/consent/close-gathering-of-objections.ts";
import { confirmVersion } from "../decisions/commands/consent/confirm-version.ts";
import { draftConsent } from "../decisions/commands/consent/draft-consent.ts";
import { judgeObjection } from "../decisions/commands/consent/judge-objection.ts";
import { react } from "../decisions/commands/consent/react.ts";
import { sayClear } from "../decisions/commands/consent/say-clear.ts";
import { submitConsent } from "../decisions/commands/consent/submit-consent.ts";
import { writeConsentVersion } from "../decisions/commands/consent/write-consent-version.ts";
import { openObjections } from "../decisions/store/consent/objections.read.ts";
import { questionsOf } from "../decisions/store/consent/rounds.read.ts";
import { demoCommunities, demoSteward } from "./seed-cast.ts";
import { zoneOfLeague as zone, type Stage } from "./seed-stage.ts";

interface AboutOne {
  readonly communityId: string;
  readonly consentId: string;
}

const steward = demoSteward.name;

/** What the league decides by consent: one decision made and in force, one proposal in the midst of an objection. */
export async function seedConsents(stage: Stage, threadId: string): Promise<void> {
  await seedAdopted(stage, threadId);
  await seedObjected(stage, threadId);
}

/** Who sees the shared reports, and for how long they are kept: an objection changed the words. */
async function seedAdopted(stage: Stage, threadId: string): Promise<void> {
  const { run, actorOf } = stage;
  const words = {
    title: "How long shared reports are kept",
    text: "Reports that are shared with the league’s moderator are kept for twelve months, then erased.",
    measures: "How many requests for erasure we get, and how often an old report was needed.",
    responsible: "The moderation circle",
    termMonths: 6,
  };
  const about = await draft(stage, threadId, {
    ...words,
    need: "Each server keeps reports as long as it likes. People who were reported ask us how long, and we have no answer.",
    aim: "People on our servers can trust us with what they report.",
    quorumPercent: 20,
  });
  await toConsent(stage, about);
  const objected = {
    ...about,
    answer: "objection",
    words: "Twelve months is more than a moderator needs, and everything we keep can leak.",
    evidence:
      "We lost a laptop last spring. Nothing on it was older than ninety days, so we had to write to nine people, not to hundreds.",
  } as const;
  await run(answerConsent, objected, actorOf("Amadou Keïta"));
  await run(closeGatheringOfObjections, about, actorOf(steward));
  const [objection] = await openObjections(stage.application.read, about.consentId);
  const judged = { ...about, objectionId: objection?.id ?? "", verdict: "stands" } as const;
  await run(judgeObjection, { ...judged, words: "It is about trust, which is our aim." }, actorOf("Jonas Weide"));
  const version = {
    ...words,
    text: "Reports that are shared with the league’s moderator are kept for six months, then erased.",
    integration: "amend",
    note: "Six months cover every appeal we have had.",
  } as const;
  await run(writeConsentVersion, { ...about, ...version }, actorOf(steward));
  await run(confirmVersion, { ...about, will: "yes" }, actorOf("Amadou Keïta"));
  const concern = { ...about, answer: "concern", words: "Will six months be enough where a court asks?" } as const;
  await run(answerConsent, concern, actorOf("Lucía Prado"));
  for (const name of circle().filter((one) => one !== "Lucía Prado")) {
    await run(answerConsent, { ...about, answer: "consent" }, actorOf(name));
  }
}

/** What the moderator does at night: questions were answered, reactions given, and one member objects. */
async function seedObjected(stage: Stage, threadId: string): Promise<void> {
  const { run, actorOf } = stage;
  const about = await draft(stage, threadId, {
    title: "What the shared moderator does at night",
    text: "Between 22:00 and 6:00 the shared moderator acts alone on reports of violence and of pictures of children, and on nothing else. Each server hears of it by the morning.",
    measures: "How many reports waited until the morning, and what that did.",
    termMonths: 3,
    quorumPercent: 30,
    hidesReactions: "yes",
  });
  await run(submitConsent, about, actorOf(steward));
  await run(askQuestion, { ...about, text: "Whose night? We sit in four time zones." }, actorOf("Kiri Tamahori"));
  const [question] = await questionsOf(stage.application.read, about.consentId);
  const answer = "The night of the server that the reported account is on.";
  await run(answerQuestion, { ...about, questionId: question?.id ?? "", answer }, actorOf(steward));
  await speak(stage, about);
  await run(askForConsent, about, actorOf(steward));
  for (const name of ["Tess Harrow", "Noa Lindqvist"]) {
    await run(answerConsent, { ...about, answer: "consent" }, actorOf(name));
  }
  const objected = {
    ...about,
    answer: "objection",
    words: "Reports of people who may harm themselves cannot wait until the morning either.",
    evidence: "Twice this year we wrote to somebody at three in the night, and it mattered.",
    workable: "Add them to the list, with words to answer that were agreed before.",
  } as const;
  await run(answerConsent, objected, actorOf("Maëlle Kerdoncuff"));
  const [objection] = await openObjections(stage.application.read, about.consentId);
  const added = { ...about, objectionId: objection?.id ?? "", words: "We have such words, in Italian and in German." };
  await run(addToObjection, added, actorOf("Pietro Salvi"));
}

interface Drafted {
  readonly title: string;
  readonly text: string;
  readonly measures: string;
  readonly termMonths: number;
  readonly quorumPercent: number;
  readonly responsible?: string;
  readonly need?: string;
  readonly aim?: string;
  readonly hidesReactions?: "yes";
}

async function draft({ communityId, run, actorOf }: Stage, threadId: string, drafted: Drafted): Promise<AboutOne> {
  const { consentId } = await run(draftConsent, { communityId, threadId, zone, ...drafted }, actorOf(steward));
  return { communityId, consentId };
}

async function toConsent(stage: Stage, about: AboutOne): Promise<void> {
  await stage.run(submitConsent, about, stage.actorOf(steward));
  await speak(stage, about);
  await stage.run(askForConsent, about, stage.actorOf(steward));
}

/** Questions and reactions: the rounds go on once all have spoken. */
async function speak(stage: Stage, about: AboutOne): Promise<void> {
  const { run, actorOf } = stage;
  for (const name of circle()) {
    await run(sayClear, { ...about, answer: name === "Tess Harrow" ? "pass" : "clear" }, actorOf(name));
  }
  const reactions = new Map([
    ["Tess Harrow", "I would sleep better with a rule than without one."],
    ["Lucía Prado", "It is strict. That may be good."],
    ["Pietro Salvi", "I like that it ends by itself if nobody wants it."],
  ]);
  for (const name of circle()) {
    const text = reactions.get(name);
    const said = text === undefined ? ({ pass: "yes" } as const) : { text };
    await run(react, { ...about, ...said }, actorOf(name));
  }
}

/** All members of the league. */
function circle(): readonly string[] {
  return [steward, ...(demoCommunities[0]?.members ?? [])];
}
