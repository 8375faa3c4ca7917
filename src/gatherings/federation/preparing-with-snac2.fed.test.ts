import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../testing/community-cast.ts";
import { cookieBrowser } from "../../../testing/cookie-browser.ts";
import { foundingOrganiser } from "../../../testing/founding.ts";
import { startKoinon, type RunningKoinon } from "../../../testing/koinon.ts";
import { startSnac, type Snac, type SnacUser } from "../../../testing/snac2.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { waitFor } from "../../../testing/wait-for.ts";
import { personByActor, type PersonId } from "../../accounts/index.ts";
import { announceGathering } from "../commands/announce-gathering.ts";
import { addBlocks } from "../commands/agenda/add-blocks.ts";
import { askAgendaConsent } from "../commands/agenda/ask-agenda-consent.ts";
import { chooseQuestions } from "../commands/questions/choose-questions.ts";
import { offerRole } from "../commands/roles/offer-role.ts";
import { setDate } from "../commands/set-date.ts";
import { itemsOf } from "../store/agenda/items.read.ts";
import { openCommitmentsOf } from "../store/commitments/commitments.read.ts";
import { countInterested } from "../store/interest.read.ts";
import { answersOfPerson } from "../store/questions/questions.read.ts";
import { roleHoldersOf } from "../store/roles/roles.read.ts";
import { rsvpsOf } from "../store/sessions.read.ts";
import { actorUrl, announcementUrl, rsvpUrl } from "./addresses.ts";

let snac: Snac<"ana" | "ben">;
let here: RunningKoinon;
let organiser: PersonId;
let about: { readonly communityId: string; readonly gatheringId: string };

beforeAll(async () => {
  [snac, here] = await Promise.all([
    startSnac({ users: ["ana", "ben"], address: "127.0.0.23" }),
    startKoinon({ address: "127.0.0.24" }),
  ]);
  const founded = await foundingOrganiser(here.koinon);
  organiser = founded.personId;
  const texts = { title: "Circle call", purpose: "Keep the league going.", language: "en", zone: "Europe/Rome" };
  const input = { ...texts, communityId: founded.communityId, handle: "circle_call" };
  const { gatheringId } = valueOf(await execute(announceGathering, input, byPerson(organiser)));
  about = { communityId: founded.communityId, gatheringId };
  for (const user of Object.values(snac.users)) await user.follow(gatheringActor());
  await waitFor("two people on the list", async () => (await countInterested(read(), gatheringId)) === 2, patience);
  const sessions = [{ start: `${inDays(14)}T18:00`, zone: "Europe/Rome", lengthMinutes: 90 }];
  const set = valueOf(await execute(setDate, { ...about, sessions, reason: "It suits." }, byPerson(organiser)));
  const rsvp = rsvpUrl(origin(), gatheringId, set.sessionIds[0] ?? "");
  for (const user of Object.values(snac.users)) {
    await user.waitFor(`the RSVP poll for ${user.name}`, async () => (await user.object(rsvp)) !== undefined);
    await user.vote(rsvp, ["Going"]);
  }
  const going = async () => (await rsvpsOf(read(), set.sessionIds[0] ?? "")).length === 2;
  await waitFor("two people going", going, patience);
}, 90_000);
afterAll(async () => {
  await here?.stop();
  await snac?.stop();
});

const patience = { deadlineMs: 30_000 };
const execute: RunningKoinon["koinon"]["application"]["execute"] = (command, input, by) =>
  here.koinon.application.execute(command, input, by);
const read = () => here.koinon.application.read;
const origin = () => new URL(here.origin);
const gatheringActor = () => actorUrl(origin(), about.gatheringId);
const inDays = (days: number) =>
  here.koinon.application.clock().toZonedDateTimeISO("Europe/Rome").toPlainDate().add({ days }).toString();

async function personOf(user: SnacUser): Promise<PersonId> {
  const personId = await personByActor(read(), user.actorUrl);
  if (personId === undefined) throw new Error(`${user.name} is nobody here yet`);
  return personId;
}

/** The id of the message with these words that the gathering sent this person, once it is there. */
function messageWith(user: SnacUser, words: string): Promise<string> {
  return waitFor(
    `“${words}” for ${user.name}`,
    async () =>
      (await user.directMessages()).find(({ content }) => typeof content === "string" && content.includes(words))?.id,
    patience,
  );
}

describe("people on snac2 prepare a gathering by their replies", { timeout: 90_000 }, () => {
  test("they propose what is talked about, with the minutes wanted", async () => {
    const { ana } = snac.users;
    await ana.reply(announcementUrl(origin(), about.gatheringId), "item: how we pay for storage, 15 min");
    await messageWith(ana, "how we pay for storage (15 minutes wanted)");
    expect(await itemsOf(read(), about.gatheringId, "proposed")).toMatchObject([
      { title: "how we pay for storage", minutes: 15, proposerId: await personOf(ana) },
    ]);
  });

  test("they take a role they are offered", async () => {
    const { ben } = snac.users;
    const personId = await personOf(ben);
    valueOf(await execute(offerRole, { ...about, role: "note-taker", personId }, byPerson(organiser)));
    await ben.reply(await messageWith(ben, "Would you take on a role"), "yes", "mentioned");
    await messageWith(ben, "You hold a role at");
    expect(await roleHoldersOf(read(), about.gatheringId)).toMatchObject([{ role: "note-taker", personId }]);
  });

  test("they promise what they will do by when, and it counts once they have confirmed it", async () => {
    const { ana } = snac.users;
    await ana.directMessage(gatheringActor(), `I will write to the newcomers by ${inDays(20)}`);
    const question = await messageWith(ana, "Did I understand you?");
    expect(await openCommitmentsOf(read(), about.communityId, { limit: 9 })).toEqual([]);
    await ana.reply(question, "yes", "mentioned");
    await messageWith(ana, "Noted for “Circle call”");
    expect(await openCommitmentsOf(read(), about.communityId, { limit: 9 })).toMatchObject([
      { what: "write to the newcomers", ownerId: await personOf(ana) },
    ]);
  });

  test("they answer what is asked of those who come", async () => {
    const { ben } = snac.users;
    valueOf(await execute(chooseQuestions, { ...about, questions: ["languages"] }, byPerson(organiser)));
    await ben.directMessage(gatheringActor(), "Languages: English, German");
    const personId = await personOf(ben);
    const answered = async () => (await answersOfPerson(read(), about.gatheringId, personId))?.languages;
    await waitFor("ben's languages", async () => (await answered())?.length === 2, patience);
    expect(await answered()).toEqual(["en", "de"]);
  });

  test("they consent to the agenda, or object with a reason", async () => {
    const { ana, ben } = snac.users;
    const blocks = [{ title: "Check-in", minutes: 90 }];
    valueOf(await execute(addBlocks, { ...about, blocks }, byPerson(organiser)));
    valueOf(await execute(askAgendaConsent, about, byPerson(organiser)));
    await ana.reply(await messageWith(ana, "Do you consent to it?"), "consent", "mentioned");
    await messageWith(ana, "Your consent to the agenda");
    await ben.reply(await messageWith(ben, "Do you consent to it?"), "objection: no time for questions", "mentioned");
    await messageWith(ben, "Your objection to the agenda");
    const { words } = await cookieBrowser((request) => fetch(request), origin(), "").get(
      `/gatherings/${about.gatheringId}/agenda`,
    );
    expect(words).toContain("1 person consents, 1 person objects");
  });

  test("no message has come twice", async () => {
    for (const user of Object.values(snac.users)) {
      const texts = (await user.directMessages())
        .filter((message) => message.attributedTo === gatheringActor() && message["type"] === "Note")
        .map(({ content }) => content);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});
