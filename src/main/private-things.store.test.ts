import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainCommunity, valueOf } from "../../testing/community-cast.ts";
import { hall } from "../../testing/elsewhere-cast.ts";
import { by, byPerson } from "../../testing/test-application.ts";
import { openWholeHouse, type WholeHouse } from "../../testing/whole-house.ts";
import { personByActor, type PersonId } from "../accounts/index.ts";
import { hearPost } from "../accounts/commands/elsewhere/hear-post.ts";
import { openActor } from "../accounts/commands/elsewhere/open-actor.ts";
import { blockHost } from "../accounts/commands/server/block-host.ts";
import { suspendPerson } from "../accounts/commands/server/suspend-person.ts";
import { contactByUri } from "../accounts/store/elsewhere/contacts.read.ts";
import { personActorOf } from "../accounts/store/elsewhere/person-actors.read.ts";
import { keepEmailIdentity } from "../accounts/store/identities.write.ts";
import { personByEmail } from "../accounts/store/people.read.ts";
import { claimHandle } from "../communities/commands/community/claim-handle.ts";
import { foundCommunity } from "../communities/commands/community/found-community.ts";
import { joinCommunity } from "../communities/commands/membership/join-community.ts";
import { fileReport } from "../communities/commands/moderation/file-report.ts";
import { announceGathering } from "../gatherings/commands/announce-gathering.ts";
import { answerSchedulingPoll } from "../gatherings/commands/answer-scheduling-poll.ts";
import { proposeCommitment } from "../gatherings/commands/commitments/propose-commitment.ts";
import { answerRsvp } from "../gatherings/commands/answer-rsvp.ts";
import { joinInterestList } from "../gatherings/commands/join-interest-list.ts";
import { addTargets } from "../gatherings/commands/outreach/add-targets.ts";
import { answerQuestions } from "../gatherings/commands/questions/answer-questions.ts";
import { chooseQuestions } from "../gatherings/commands/questions/choose-questions.ts";
import { bringFile } from "../decisions/commands/attachments/bring-file.ts";
import { writePost } from "../decisions/commands/threads/write-post.ts";
import { askQuestion } from "../decisions/commands/consent/ask-question.ts";
import { draftConsent } from "../decisions/commands/consent/draft-consent.ts";
import { submitConsent } from "../decisions/commands/consent/submit-consent.ts";
import { recordDecision } from "../decisions/commands/register/record-decision.ts";
import { closeProposal } from "../decisions/commands/proposals/close-proposal.ts";
import { giveStance } from "../decisions/commands/proposals/give-stance.ts";
import { openProposal } from "../decisions/commands/proposals/open-proposal.ts";
import { openThread } from "../decisions/commands/threads/open-thread.ts";
import { proposeAmendment } from "../decisions/commands/charter/propose-amendment.ts";
import { setFirstCharter } from "../decisions/commands/charter/set-first-charter.ts";
import { draftRequest } from "../decisions/commands/requests/draft-request.ts";
import { followDirectory } from "../directory/commands/sharing/follow-directory.ts";
import { suggestPlace } from "../directory/commands/suggestions/suggest-place.ts";
import { everything } from "../directory/model/filter.ts";
import { entriesFitting, fromTheBeginning } from "../directory/store/entries.read.ts";
import { latestOfHost } from "../directory/store/suggestions/suggestions.read.ts";
import { setDate } from "../gatherings/commands/set-date.ts";
import { openSchedulingPoll } from "../gatherings/commands/open-scheduling-poll.ts";
import { setRoom } from "../gatherings/commands/room/set-room.ts";
import { pollOfGathering } from "../gatherings/store/polls.read.ts";
import { demoSteward } from "./seed-cast.ts";

/** What stands in the private things of this server, each in one place alone (row 28). */
const hidden = {
  report: "Quillet-report",
  application: "Quillet-application",
  note: "Quillet-note-to-organisers",
  proposal: "Quillet-unanswered-proposal",
  address: "quillet@mail.example",
  suspension: "Quillet-suspension",
  blockedHost: "Quillet-blocked-host",
  room: "quillet-room.example",
  messageFromElsewhere: "Quillet-message-from-elsewhere",
  introduction: "Quillet-introduction",
  accessNeed: "Quillet-access-need",
  invited: "quillet-invited.example",
  amongMembers: "Quillet-post-among-members",
  reasonAmongMembers: "Quillet-reason-among-members",
  consentAmongMembers: "Quillet-consent-among-members",
  questionAmongMembers: "Quillet-question-among-members",
  decisionAmongMembers: "Quillet-decision-among-members",
  requestAmongMembers: "Quillet-request-among-members",
  fileAmongMembers: "Quillet-file-among-members",
  suggestion: "Quillet-note-with-a-suggestion",
  charterAmongMembers: "Quillet-amendment-among-members",
} as const;

let house: WholeHouse;
let mara: PersonId;
let devon: PersonId;
/** What is put in the place of each parameter of a route. */
const values = new Map<string, readonly string[]>();

beforeAll(async () => {
  house = await openWholeHouse();
  const { execute, read } = house.application;
  const person = async (uri: string) => (await personByActor(read, uri)) ?? ("" as PersonId);
  mara = (await personByEmail(read, demoSteward.email)) ?? ("" as PersonId);
  devon = await person("https://commons.example/users/devon");
  const rosa = await person("https://commons.example/users/rosa");
  const sol = await person("https://comuna.example/users/sol");
  const communityId = randomUUID();
  const quiet = { ...plainCommunity, communityId, handle: "quiet", joining: "approval", memberList: "stewards" };
  valueOf(await execute(foundCommunity, quiet, byPerson(mara)));
  valueOf(await execute(joinCommunity, { communityId, reason: hidden.application }, byPerson(rosa)));
  const complaint = { communityId, account: "@loud@rude.example", text: hidden.report };
  const { reportId } = valueOf(await execute(fileReport, complaint, byPerson(sol)));
  const zone = "Europe/Rome";
  const said = { communityId, handle: "hushed", title: "Hushed", purpose: "Meet.", language: "en", zone };
  const { gatheringId } = valueOf(await execute(announceGathering, said, byPerson(mara)));
  const about = { communityId, gatheringId };
  const asked = { ...about, zone, lengthMinutes: 60, starts: ["2027-02-20T18:00"], closesAt: "2027-02-10T10:00:00Z" };
  const { pollId } = valueOf(await execute(openSchedulingPoll, asked, byPerson(mara)));
  const [slot] = (await pollOfGathering(read, gatheringId))?.slots ?? [];
  const answer = { ...about, answers: { [slot?.id ?? ""]: "yes" }, note: hidden.note };
  valueOf(await execute(answerSchedulingPoll, answer, byPerson(rosa)));
  valueOf(await execute(joinInterestList, about, byPerson(rosa)));
  valueOf(await execute(setRoom, { ...about, link: `https://${hidden.room}/hall` }, byPerson(mara)));
  const proposal = { ...about, what: hidden.proposal, ownerId: rosa, due: "2027-02-20" };
  valueOf(await execute(proposeCommitment, proposal, byPerson(mara)));
  const sessions = [{ start: "2027-02-20T18:00", zone, lengthMinutes: 60 }];
  valueOf(await execute(setDate, { ...about, sessions, reason: "It suits." }, byPerson(mara)));
  valueOf(await execute(answerRsvp, { ...about, answer: "going" }, byPerson(rosa)));
  valueOf(await execute(chooseQuestions, { ...about, questions: ["introduction", "access"] }, byPerson(mara)));
  const told = { introduction: hidden.introduction, other: hidden.accessNeed };
  valueOf(await execute(answerQuestions, { ...about, ...told }, byPerson(rosa)));
  const target = { address: hidden.invited, name: "", language: null, country: "", software: "", size: null };
  valueOf(await execute(addTargets, { ...about, targets: [target] }, byPerson(mara)));
  await house.application.database.write((transaction) =>
    keepEmailIdentity(transaction, {
      id: house.application.ids.next<"identity">(),
      personId: rosa,
      address: hidden.address,
      at: house.clock.now(),
    }),
  );
  const opened = { communityId, title: "T", text: hidden.amongMembers, language: "en", audience: "members" } as const;
  const { threadId, postId } = valueOf(await execute(openThread, opened, byPerson(mara)));
  const secret = Buffer.from(hidden.fileAmongMembers).toString("base64");
  const file = { communityId, threadId, name: "a.pdf", mediaType: "application/pdf", bytes: secret } as const;
  const { attachmentId } = valueOf(await execute(bringFile, file, byPerson(mara)));
  const carrying = { communityId, threadId, text: "With a file.", attached: [{ id: attachmentId }] };
  valueOf(await execute(writePost, carrying, byPerson(mara)));
  const closesAt = house.clock.now().add({ hours: 24 }).toString();
  const put = { communityId, threadId, title: "P", method: "stance", zone: "UTC", closesAt };
  const { proposalId } = valueOf(await execute(openProposal, put, byPerson(mara)));
  const stance = {
    communityId,
    proposalId,
    ballot: { choice: 0 },
    reason: hidden.reasonAmongMembers,
    by: "web",
  } as const;
  valueOf(await execute(giveStance, stance, byPerson(mara)));
  const drafted = { communityId, threadId, title: "C", text: hidden.consentAmongMembers, zone: "UTC" };
  const { consentId } = valueOf(await execute(draftConsent, drafted, byPerson(mara)));
  valueOf(await execute(submitConsent, { communityId, consentId }, byPerson(mara)));
  const question = { communityId, consentId, text: hidden.questionAmongMembers };
  valueOf(await execute(askQuestion, question, byPerson(mara)));
  const counted = valueOf(await execute(openProposal, { ...put, title: "D" }, byPerson(mara)));
  const aboutCounted = { communityId, proposalId: counted.proposalId };
  valueOf(await execute(closeProposal, aboutCounted, byPerson(mara)));
  const recorded = { ...aboutCounted, title: "D", text: hidden.decisionAmongMembers };
  const { decisionId } = valueOf(await execute(recordDecision, recorded, byPerson(mara)));
  const request = { communityId, threadId, title: "R", text: hidden.requestAmongMembers };
  const { requestId } = valueOf(await execute(draftRequest, request, byPerson(mara)));
  const itself = { id: "charter", name: "This charter", way: "two-thirds" };
  valueOf(await execute(setFirstCharter, { communityId, matters: [itself] }, byPerson(mara)));
  const amends = {
    communityId,
    threadId,
    language: "en",
    zone: "UTC",
    matters: [{ ...itself, putBy: "stewards" as const }],
  };
  const until = house.clock
    .now()
    .add({ hours: 24 * 8 })
    .toString();
  const amendment = { ...amends, title: hidden.charterAmongMembers, text: "Why.", closesAt: until };
  valueOf(await execute(proposeAmendment, amendment, byPerson(mara)));
  valueOf(await execute(suspendPerson, { personId: sol, reason: hidden.suspension }, byPerson(mara)));
  const host = { host: "rude.example", severity: "suspend", reason: hidden.blockedHost };
  valueOf(await execute(blockHost, host, byPerson(mara)));
  const heard = await hearFromElsewhere(mara);
  const wish = { host: "quillet-place.example", note: hidden.suggestion };
  valueOf(await execute(suggestPlace, wish, byPerson(rosa)));
  const suggestionId = (await latestOfHost(read, wish.host))?.id ?? "";
  const league = "https://league.example";
  const found = { uri: `${league}/actors/directory`, host: "league.example", page: `${league}/directory` };
  const { originId } = valueOf(await execute(followDirectory, found, byPerson(mara)));
  const entries = await entriesFitting(read, everything, { after: fromTheBeginning, limit: 2 });
  for (const [parameter, ...known] of [
    ["contact", heard.contactId],
    ["actor", heard.actorId],
    ["handle", "quiet"],
    ["person", rosa],
    ["report", reportId],
    ["id", gatheringId],
    ["thread", threadId],
    ["post", postId],
    ["attachment", attachmentId],
    ["proposal", proposalId],
    ["count", "2"],
    ["change", "0"],
    ["template", randomUUID()],
    ["consent", consentId],
    ["decision", decisionId],
    ["request", requestId],
    ["class", randomUUID()],
    ["organisation", randomUUID()],
    ["suggestion", suggestionId],
    ["entry", ...entries.map(({ id }) => id)],
    ["origin", originId],
    ["circle", randomUUID()],
    ["challenge", randomUUID()],
    ["round", "clarify"],
    ["number", "1"],
    ["poll", pollId],
    ["session", randomUUID()],
    ["block", randomUUID()],
    ["item", randomUUID()],
    ["place", "whole"],
    ["version", "1"],
    ["feedback", randomUUID()],
    ["call", randomUUID()],
    ["target", randomUUID()],
    ["token", randomUUID()],
    ["host", "mail.example"],
    ["file", `${"a".repeat(43)}.ics`],
  ] as const)
    values.set(parameter, known);
});
afterAll(() => house.close());

/** Gives somebody an actor of their own, and lets a gathering on another server write to them alone. */
async function hearFromElsewhere(person: PersonId): Promise<{ readonly actorId: string; readonly contactId: string }> {
  const { execute, read } = house.application;
  const open = openActor((context, claim) => context.execute(claimHandle, { ...claim, communityId: null }));
  valueOf(await execute(open, { handle: "mara_elsewhere", name: "Mara" }, byPerson(person)));
  const actorId = (await personActorOf(read, person))?.id ?? "";
  const html = `<p>${hidden.messageFromElsewhere}</p>`;
  const unsaid = { title: null, summary: null, language: null, url: null, poll: null };
  const post = { uri: "https://social.example/notes/1", kind: "note", html, ...unsaid };
  const addressed = { isPublic: false, forFollowers: false, inReplyTo: null, addressed: [actorId] };
  valueOf(await execute(hearPost, { author: hall, post, ...addressed }, by({ kind: "visitor" })));
  return { actorId, contactId: (await contactByUri(read, actorId, hall.uri))?.id ?? "" };
}

const queries = ["", "?find=quillet&uri=https://x.example/&kind=host&subject=rude.example&after=&before=99&token=x"];

/** Every address of this server that answers a GET; a parameter that nobody knows a value for fails. */
function addresses(): readonly string[] {
  const routes = house.routes("GET");
  expect(routes.length).toBeGreaterThan(50);
  return routes.flatMap(filled).flatMap((address) => queries.map((query) => address + query));
}

function filled(path: string): readonly string[] {
  const [parameter, name = ""] = /:([a-z]+)(?:\{[^}]*\})?/.exec(path) ?? [];
  if (parameter === undefined) return [path];
  const known = values.get(name);
  if (known === undefined) throw new Error(`nothing is known to put in the place of :${name}`);
  return known.flatMap((value) => filled(path.replace(parameter, value)));
}

async function seenBy(reader: PersonId | undefined, secrets: readonly string[]): Promise<readonly string[]> {
  const browser = house.open(reader && { id: reader, name: "Reader" });
  const seen: string[] = [];
  for (const address of addresses()) {
    const html = (await browser.get(address)).html.toLowerCase();
    seen.push(
      ...secrets.filter((secret) => html.includes(secret.toLowerCase())).map((secret) => `${address}: ${secret}`),
    );
  }
  return seen;
}

describe("the private things of a server", () => {
  test("are shown to those they are for, so that the walk can find them", async () => {
    const shown = await seenBy(mara, Object.values(hidden));
    const found = Object.values(hidden).filter((secret) => shown.some((line) => line.endsWith(`: ${secret}`)));
    // An address is its owner's alone; not even an operator reads it on a page, who may look somebody up by it. What somebody needs to take
    // part is read by no organiser either.
    const theirsAlone: readonly string[] = [hidden.address, hidden.accessNeed];
    expect(found).toEqual(Object.values(hidden).filter((secret) => !theirsAlone.includes(secret)));
  });

  test("come to a passer-by by no route of any capability", async () => {
    expect(await seenBy(undefined, Object.values(hidden))).toEqual([]);
  });

  test("come to a member of another community by no route of any capability", async () => {
    expect(await seenBy(devon, Object.values(hidden))).toEqual([]);
  });
});
