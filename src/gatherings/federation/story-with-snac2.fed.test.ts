import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromSnac, signInByCode } from "../../../testing/code-sign-in.ts";
import { cookieBrowser } from "../../../testing/cookie-browser.ts";
import { valueOf } from "../../../testing/community-cast.ts";
import { startKoinon, type RunningKoinon } from "../../../testing/koinon.ts";
import { startSnac, type Snac, type SnacUser } from "../../../testing/snac2.ts";
import { foundingOrganiser } from "../../../testing/founding.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { waitFor } from "../../../testing/wait-for.ts";
import { personByActor, type PersonId } from "../../accounts/index.ts";
import { announceGathering } from "../commands/announce-gathering.ts";
import { editGathering } from "../commands/edit-gathering.ts";
import { openSchedulingPoll } from "../commands/open-scheduling-poll.ts";
import { setDate } from "../commands/set-date.ts";
import { countInterested } from "../store/interest.read.ts";
import { answersOf, pollOfGathering } from "../store/polls.read.ts";
import { rsvpsOf, sessionsOf } from "../store/sessions.read.ts";
import { actorUrl, announcementUrl, pollUrl, rsvpUrl } from "./addresses.ts";

let snac: Snac<"ana" | "ben" | "cleo">;
let here: RunningKoinon;
let organiser: PersonId;
let about: { readonly communityId: string; readonly gatheringId: string };

beforeAll(async () => {
  [snac, here] = await Promise.all([
    startSnac({ users: ["ana", "ben", "cleo"], address: "127.0.0.21" }),
    startKoinon({ address: "127.0.0.22" }),
  ]);
  const founded = await foundingOrganiser(here.koinon);
  organiser = founded.personId;
  const input = {
    communityId: founded.communityId,
    handle: "first_gathering",
    title: "First gathering",
    purpose: "Meet the other co-operative servers.",
    language: "en",
    zone: "Europe/Rome",
  };
  const { gatheringId } = valueOf(await execute(announceGathering, input, byPerson(organiser)));
  about = { communityId: founded.communityId, gatheringId };
}, 30_000);
afterAll(async () => {
  await here?.stop();
  await snac?.stop();
});

const execute: RunningKoinon["koinon"]["application"]["execute"] = (command, input, by) =>
  here.koinon.application.execute(command, input, by);
const read = () => here.koinon.application.read;
const origin = () => new URL(here.origin);
const now = () => here.koinon.application.clock();
const inTwoWeeks = () => now().toZonedDateTimeISO("Europe/Rome").toPlainDate().add({ days: 14 });
const gatheringActor = () => actorUrl(origin(), about.gatheringId);
const personOf = async (user: SnacUser) => {
  const personId = await personByActor(read(), user.actorUrl);
  if (personId === undefined) throw new Error(`${user.name} is nobody here yet`);
  return personId;
};
const messagesTo = async (user: SnacUser) =>
  (await user.directMessages())
    .filter((message) => message.attributedTo === gatheringActor() && message["type"] === "Note")
    .map(({ content }) => (typeof content === "string" ? content : ""));

describe("a gathering with people on snac2", { timeout: 60_000 }, () => {
  test("has whoever follows it, and whoever replies “add me”, on its list, each told once what will come", async () => {
    const { ana, ben, cleo } = snac.users;
    await ana.follow(gatheringActor());
    await ben.follow(gatheringActor());
    await cleo.reply(announcementUrl(origin(), about.gatheringId), "add me");
    await waitFor("three people on the list", async () => (await countInterested(read(), about.gatheringId)) === 3, {
      deadlineMs: 20_000,
    });
    for (const user of [ana, ben, cleo]) {
      await user.waitFor(`the confirmation for ${user.name}`, async () => (await messagesTo(user)).length === 1);
      expect((await messagesTo(user))[0]).toContain("You are on the list");
    }
    await ana.waitFor("the accepted follow", async () => (await ana.followState(gatheringActor())) === "accepted");
  });

  test("counts their votes in the native poll, and the later word on the web wins", async () => {
    const { ana, ben, cleo } = snac.users;
    const day = inTwoWeeks();
    const starts = [`${day.toString()}T18:00`, `${day.toString()}T20:00`, `${day.add({ days: 1 }).toString()}T18:00`];
    const nativeLabels = Object.fromEntries(starts.map((start, place) => [start, `time ${place + 1}`]));
    const closesAt = now()
      .add({ hours: 24 * 7 })
      .toString();
    const input = { ...about, zone: "Europe/Rome", lengthMinutes: 60, starts, nativeLabels, closesAt };
    const { pollId } = valueOf(await execute(openSchedulingPoll, input, byPerson(organiser)));
    const publicPoll = pollUrl(origin(), about.gatheringId, pollId);
    const copyForCleo = pollUrl(origin(), about.gatheringId, pollId, await personOf(cleo));
    for (const [user, poll] of [
      [ana, publicPoll],
      [ben, publicPoll],
      [cleo, copyForCleo],
    ] as const) {
      await user.waitFor(`the poll for ${user.name}`, async () => (await user.object(poll)) !== undefined);
    }
    await ana.vote(publicPoll, ["time 1", "time 2"]);
    await ben.vote(publicPoll, ["time 1"]);
    await cleo.vote(copyForCleo, ["time 3"]);
    await waitFor("three answers", async () => (await answersOf(read(), pollId, 10)).length === 3, {
      deadlineMs: 20_000,
    });
    const [first, second, third] = (await pollOfGathering(read(), about.gatheringId))?.slots ?? [];
    if (first === undefined || second === undefined || third === undefined) throw new Error("the poll has three slots");
    const answerBy = async (user: SnacUser) => {
      const person = await personOf(user);
      return (await answersOf(read(), pollId, 10)).find((answer) => answer.person === person)?.availability;
    };
    await waitFor("both votes of ana", async () => (await answerBy(ana))?.get(second.id) === "yes");
    const web = await signInByCode(here.origin, fromSnac(ben, here.origin), () => snac.log());
    const page = `/gatherings/${about.gatheringId}/poll`;
    const answers = { [`slot-${first.id}`]: "no", [`slot-${second.id}`]: "if-need-be", [`slot-${third.id}`]: "yes" };
    expect((await web.submit(page, `${page}/answer`, { ...answers, note: "" })).status).toBe(303);
    expect(await answersOf(read(), pollId, 10)).toHaveLength(3);
    expect(await answerBy(ana)).toEqual(
      new Map([
        [first.id, "yes"],
        [second.id, "yes"],
        [third.id, "no"],
      ]),
    );
    expect(await answerBy(ben)).toEqual(
      new Map([
        [first.id, "no"],
        [second.id, "if-need-be"],
        [third.id, "yes"],
      ]),
    );
    expect(await answerBy(cleo)).toEqual(
      new Map([
        [first.id, "no"],
        [second.id, "no"],
        [third.id, "yes"],
      ]),
    );
  });

  test("seats them as they answer, and promotes whoever waits when one withdraws", async () => {
    const { ana, ben, cleo } = snac.users;
    const day = inTwoWeeks();
    const texts = {
      title: "First gathering",
      purpose: "Meet the other co-operative servers.",
      language: "en",
      capacity: 2,
      audienceCapacity: 0,
    };
    valueOf(await execute(editGathering, { ...about, ...texts }, byPerson(organiser)));
    const sessions = [{ start: `${day.toString()}T18:00`, zone: "Europe/Rome", lengthMinutes: 60 }];
    const set = valueOf(
      await execute(setDate, { ...about, sessions, reason: "two of three can" }, byPerson(organiser)),
    );
    const sessionId = set.sessionIds[0] ?? "";
    const rsvp = rsvpUrl(origin(), about.gatheringId, sessionId);
    const copyForCleo = rsvpUrl(origin(), about.gatheringId, sessionId, await personOf(cleo));
    for (const [user, poll] of [
      [ana, rsvp],
      [ben, rsvp],
      [cleo, copyForCleo],
    ] as const) {
      await user.waitFor(`the RSVP poll for ${user.name}`, async () => (await user.object(poll)) !== undefined);
    }
    const standingOf = async (user: SnacUser) => {
      const person = await personOf(user);
      return (await rsvpsOf(read(), sessionId)).find((entry) => entry.person === person)?.standing;
    };
    await ana.vote(rsvp, ["Going"]);
    await waitFor("ana going", async () => (await standingOf(ana)) === "confirmed", { deadlineMs: 20_000 });
    await ben.vote(rsvp, ["Going"]);
    await waitFor("ben going", async () => (await standingOf(ben)) === "confirmed", { deadlineMs: 20_000 });
    await cleo.vote(copyForCleo, ["Going"]);
    await waitFor("cleo waiting", async () => (await standingOf(cleo)) === "waiting", { deadlineMs: 20_000 });
    await ana.reply(rsvp, "no, sorry", "mentioned");
    await waitFor("cleo promoted", async () => (await standingOf(cleo)) === "confirmed", { deadlineMs: 20_000 });
    await cleo.waitFor("the word of her place", async () =>
      (await messagesTo(cleo)).some((text) => text.includes("A place came free")),
    );
    expect((await sessionsOf(read(), about.gatheringId)).length).toBe(1);
  });

  test("shows on its pages who is on the list, who comes, and what the poll said", async () => {
    const passerBy = cookieBrowser((request) => fetch(request), origin(), "");
    const gathering = await passerBy.get(`/gatherings/${about.gatheringId}`);
    expect(gathering.words).toContain("3 people are on the list and will hear of it.");
    expect(gathering.words).toContain("3 people have answered.");
    const { ben, cleo } = snac.users;
    expect(gathering.words).toContain(`Going 2, full ben @${ben.handle} cleo @${cleo.handle}`);
    const poll = await passerBy.get(`/gatherings/${about.gatheringId}/poll`);
    // Who can come, yes, if need be, and no, of each time.
    for (const counts of ["18:00 CET 1 ✓ chosen 1 0 2", "20:00 CET 2 1 1 1", "18:00 CET 2 2 0 1"])
      expect(poll.words).toContain(counts);
  });

  test("has sent no message twice", async () => {
    for (const user of Object.values(snac.users)) {
      const texts = await messagesTo(user);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});
