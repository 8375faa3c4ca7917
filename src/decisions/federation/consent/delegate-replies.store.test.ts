import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { consentPlay, type CastConsent, type ConsentPlay } from "../../../../testing/consent-cast.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openDecisionCast, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { directNote } from "../../../../testing/received-notes.ts";
import { voicesPlay, type VoicesPlay } from "../../../../testing/voices-cast.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import type { ReceivedActivity } from "../../../kernel/federation/received.ts";
import { objectionsOf } from "../../store/consent/objections.read.ts";
import { answersOf } from "../../store/consent/rounds.read.ts";
import { decisionInbox } from "../inbox.ts";
import { composedRound } from "./composed-round.ts";
import { copiedRound } from "./copied-round.ts";

let cast: DecisionCast;
let play: ConsentPlay;
let voices: VoicesPlay;
let ada: PersonId;
let grace: PersonId;
let edith: PersonId;
let later: PersonId;
let community: CommunityId;
let allmende: string;
let comuna: string;
let about: CastConsent;

beforeAll(async () => {
  cast = await openDecisionCast();
  play = consentPlay(cast);
  ada = await cast.person("Ada");
  [grace, edith, later] = [await cast.person("Grace"), await cast.person("Edith"), await cast.person("Later")];
  voices = voicesPlay(cast, ada);
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  community = await cast.community(ada);
  await cast.join(community, grace, edith, later);
  allmende = await voices.organisation(community, "Allmende", grace);
  comuna = await voices.organisation(community, "Comuna", edith);
  about = await play.draft(ada, community, { electorate: "organisations" });
  await play.toConsent(about, ada, [grace, edith]);
});
afterAll(() => cast.close());

const round = () => ({ consentId: about.consentId, kind: "consent", number: 1 }) as const;
const inReplyTo = () => `https://gather.example/consents/${about.consentId}/rounds/consent/1`;

const vote = (name: string, option: string) => directNote(name, undefined, { name: option, inReplyTo: inReplyTo() });

async function arrive(person: PersonId, activity: ReceivedActivity) {
  const { read, origin, execute } = cast.application;
  for (const recogniser of decisionInbox.filter(({ types }) => types.includes(activity.type))) {
    const recognised = await recogniser.recognise(activity, { read, origin });
    if (recognised === undefined) continue;
    const federated = { from: "federated", key: activity.id } as const;
    const by = { actor: { kind: "person", personId: person }, origin: federated } as const;
    const answer = await execute(recognised.command, recognised.input, by);
    return { isDone: answer.ok, said: (await recogniser.reply?.(activity, answer, { read, origin }))?.key };
  }
  return undefined;
}

test("what asks says that organisations are asked, and each copy in whose name its reader answers", async () => {
  const open = JSON.stringify(await composedRound(cast.application, round(), undefined));
  expect(open).toContain("each has one voice, whatever its size");
  expect(JSON.stringify(await copiedRound(cast.application, round(), grace))).toContain("You answer for Allmende");
  expect(await copiedRound(cast.application, round(), later)).toBeUndefined();
  await voices.speaksNoMore(community, comuna, edith);
  await voices.speaks(community, comuna, later);
  expect(await copiedRound(cast.application, round(), edith)).toBeUndefined();
  expect(JSON.stringify(await copiedRound(cast.application, round(), later))).toContain("You answer for Comuna");
});

test("a delegate's reply with a reason is the organisation's objection", async () => {
  const reply = directNote("grace", "objection: we cannot pay it in winter", { inReplyTo: inReplyTo() });
  expect(await arrive(grace, reply)).toEqual({ isDone: true, said: "decisions.consent.reply.objection" });
  expect(await objectionsOf(cast.application.read, about.consentId)).toMatchObject([
    { personId: grace, onBehalfOf: allmende, statement: "we cannot pay it in winter" },
  ]);
});

test("a vote in the poll is the organisation's answer, and whoever speaks for it no more hears so", async () => {
  await voices.speaksNoMore(community, comuna, edith);
  await voices.speaks(community, comuna, later);
  expect(await arrive(later, vote("later", "Consent"))).toMatchObject({ isDone: true });
  expect(await arrive(edith, vote("edith", "Objection"))).toEqual({
    isDone: false,
    said: "decisions.consent.reply.not-on-the-list",
  });
  const answers = await answersOf(
    cast.application.read,
    { consentId: about.consentId, kind: "consent", answersTo: 1 },
    { skip: 0, limit: 9 },
  );
  expect(answers).toMatchObject([{ personId: later, onBehalfOf: comuna, answer: "consent", by: "native-poll" }]);
  expect(valueOf(await play.answer(grace, about, "consent"))).toMatchObject({ waits: false });
  expect((await play.state(about)).state).toBe("adopted");
});
