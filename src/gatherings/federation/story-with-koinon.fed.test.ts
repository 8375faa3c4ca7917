import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signInByCode } from "../../../testing/code-sign-in.ts";
import { valueOf } from "../../../testing/community-cast.ts";
import type { CookieBrowser } from "../../../testing/cookie-browser.ts";
import { foundingOrganiser } from "../../../testing/founding.ts";
import { startKoinon, type RunningKoinon } from "../../../testing/koinon.ts";
import { startMailServer, type MailServer } from "../../../testing/mail-server.ts";
import { personElsewhere, type PersonElsewhere, type ShownPost } from "../../../testing/person-elsewhere.ts";
import { signedInByMail } from "../../../testing/signed-in-by-mail.ts";
import { byPerson } from "../../../testing/test-application.ts";
import { waitFor } from "../../../testing/wait-for.ts";
import { personByActor, type PersonId } from "../../accounts/index.ts";
import { personActorByHandle } from "../../accounts/store/elsewhere/person-actors.read.ts";
import { personByEmail } from "../../accounts/store/people.read.ts";
import { announceGathering } from "../commands/announce-gathering.ts";
import { editGathering } from "../commands/edit-gathering.ts";
import { openSchedulingPoll } from "../commands/open-scheduling-poll.ts";
import { setDate } from "../commands/set-date.ts";
import { countInterested } from "../store/interest.read.ts";
import { answersOf, pollOfGathering } from "../store/polls.read.ts";
import { rsvpsOf } from "../store/sessions.read.ts";

const title = "First gathering";

/** Where the gathering is, and where those live who come to it. */
let there: RunningKoinon;
let home: RunningKoinon;
let mail: MailServer;
let organiser: PersonId;
let organisersBrowser: CookieBrowser;
let ana: PersonElsewhere;
let ben: PersonElsewhere;
let cleo: PersonElsewhere;
let about: { readonly communityId: string; readonly gatheringId: string };

beforeAll(async () => {
  mail = await startMailServer();
  const variables = { SMTP_URL: mail.url };
  [there, home] = await Promise.all([
    startKoinon({ address: "127.0.0.41", variables }),
    startKoinon({ address: "127.0.0.42", variables }),
  ]);
  organisersBrowser = await signedInByMail(there, mail, "Olga");
  const olga = await personByEmail(there.koinon.application.read, "olga@mail.example");
  if (olga === undefined) throw new Error("Olga is nobody");
  organiser = olga;
  const { communityId } = await foundingOrganiser(there.koinon, organiser);
  const input = {
    communityId,
    handle: "first_gathering",
    title,
    purpose: "Meet the other co-operative servers.",
    language: "en",
    zone: "Europe/Rome",
  };
  const { gatheringId } = valueOf(await execute(announceGathering, input, byPerson(organiser)));
  about = { communityId, gatheringId };
  [ana, ben, cleo] = [
    await personElsewhere(home, mail, "Ana"),
    await personElsewhere(home, mail, "Ben"),
    await personElsewhere(home, mail, "Cleo"),
  ];
}, 60_000);
afterAll(async () => {
  await home?.stop();
  await there?.stop();
  await mail?.stop();
});

const patience = { deadlineMs: 30_000, intervalMs: 100 };
const execute: RunningKoinon["koinon"]["application"]["execute"] = (command, input, by) =>
  there.koinon.application.execute(command, input, by);
const read = () => there.koinon.application.read;
const now = () => there.koinon.application.clock();
const inTwoWeeks = () => now().toZonedDateTimeISO("Europe/Rome").toPlainDate().add({ days: 14 });
const gatheringHandle = () => `@first_gathering@${new URL(there.origin).host}`;

/** The person whom the server of the gathering takes somebody for. */
async function personOf({ name }: PersonElsewhere): Promise<PersonId> {
  const actor = await personActorByHandle(home.koinon.application.read, name.toLowerCase());
  const person = await personByActor(read(), `${home.origin}/actors/${actor?.id}`);
  if (person === undefined) throw new Error(`${name} is nobody there yet`);
  return person;
}

/** The post of the gathering with these words, once it stands on somebody's page. */
function postWith(person: PersonElsewhere, words: string, isMeant = (_post: ShownPost) => true): Promise<ShownPost> {
  return waitFor(
    `“${words}” for ${person.name}`,
    async () => (await person.postsOf(title)).find((post) => post.words.includes(words) && isMeant(post)),
    patience,
  );
}

const isOpen = ({ options }: ShownPost) => options.size > 0;

describe("a gathering with people of another Koinon", { timeout: 120_000 }, () => {
  test("has whoever follows it, and whoever writes “add me”, on its list, each told once what will come", async () => {
    await ana.follow(gatheringHandle());
    await ben.follow(`${there.origin}/gatherings/${about.gatheringId}`);
    await cleo.write(gatheringHandle(), "add me");
    const isComplete = async () => (await countInterested(read(), about.gatheringId)) === 3;
    await waitFor("three people on the list", isComplete, patience);
    for (const person of [ana, ben, cleo]) {
      expect((await postWith(person, "You are on the list")).words).toContain("Message to you");
    }
    await waitFor(
      "the accepted follow",
      async () => (await ana.browser.get("/me/elsewhere")).words.includes("You follow it"),
      patience,
    );
    // A gathering that speaks to people here is no person here.
    const gathering = `${there.origin}/actors/${about.gatheringId}`;
    expect(await personByActor(home.koinon.application.read, gathering)).toBeUndefined();
  });

  test("counts their votes in the native poll, and the later word on the web wins", async () => {
    const day = inTwoWeeks();
    const starts = [`${day.toString()}T18:00`, `${day.toString()}T20:00`, `${day.add({ days: 1 }).toString()}T18:00`];
    const nativeLabels = Object.fromEntries(starts.map((start, place) => [start, `time ${place + 1}`]));
    const closesAt = now().add({ hours: 24 * 7 });
    const input = { ...about, zone: "Europe/Rome", lengthMinutes: 60, starts, nativeLabels };
    const asked = { ...input, closesAt: closesAt.toString() };
    const { pollId } = valueOf(await execute(openSchedulingPoll, asked, byPerson(organiser)));
    await ana.vote(await postWith(ana, "time 1", isOpen), ["time 1", "time 2"]);
    await ben.vote(await postWith(ben, "time 1", isOpen), ["time 1"]);
    await cleo.vote(await postWith(cleo, "time 1", isOpen), ["time 3"]);
    expect((await postWith(ana, "You answered: time 1 and time 2")).options.size).toBe(0);

    const answerBy = async (person: PersonElsewhere) => {
      const id = await personOf(person);
      const answer = (await answersOf(read(), pollId, 10)).find((one) => one.person === id);
      return [...(answer?.availability.values() ?? [])];
    };
    const arrives = (person: PersonElsewhere, answer: readonly string[]) =>
      waitFor(
        `the answer of ${person.name}`,
        async () => JSON.stringify(await answerBy(person)) === JSON.stringify(answer),
        patience,
      );
    await arrives(ana, ["yes", "yes", "no"]);
    await arrives(ben, ["yes", "no", "no"]);
    await arrives(cleo, ["no", "no", "yes"]);

    const sendCode = (code: string) => ben.write(`@koinon@${new URL(there.origin).host}`, code);
    const bensBrowser = await signInByCode(there.origin, { handle: ben.handle, sendCode });
    const slots = (await pollOfGathering(read(), about.gatheringId))?.slots ?? [];
    const said = ["no", "if-need-be", "yes"];
    const fields = Object.fromEntries(slots.map(({ id }, place) => [`slot-${id}`, said[place] ?? ""]));
    const poll = `/gatherings/${about.gatheringId}/poll`;
    const taken = await bensBrowser.submit(poll, `${poll}/answer`, { ...fields, note: "" });
    expect(taken.location).toContain("done=answered");
    expect(await answerBy(ben)).toEqual(said);
    expect(await answersOf(read(), pollId, 10)).toHaveLength(3);
  });

  test("seats them as they answer, and promotes whoever waits when one withdraws", async () => {
    const texts = { title, purpose: "Meet the other co-operative servers.", language: "en" };
    const seats = { ...about, ...texts, capacity: 2, audienceCapacity: 0 };
    valueOf(await execute(editGathering, seats, byPerson(organiser)));
    const sessions = [{ start: `${inTwoWeeks().toString()}T18:00`, zone: "Europe/Rome", lengthMinutes: 60 }];
    const date = { ...about, sessions, reason: "two of three can" };
    const [sessionId = ""] = valueOf(await execute(setDate, date, byPerson(organiser))).sessionIds;
    const stands = (person: PersonElsewhere, standing: string) =>
      waitFor(
        `${person.name} ${standing}`,
        async () => {
          const id = await personOf(person);
          return (await rsvpsOf(read(), sessionId)).find((entry) => entry.person === id)?.standing === standing;
        },
        patience,
      );
    const asksWhoComes = (post: ShownPost) => post.options.has("Going");
    const anasPoll = await postWith(ana, "Going", asksWhoComes);
    await ana.vote(anasPoll, ["Going"]);
    await stands(ana, "confirmed");
    await ben.vote(await postWith(ben, "Going", asksWhoComes), ["Going"]);
    await stands(ben, "confirmed");
    await cleo.vote(await postWith(cleo, "Going", asksWhoComes), ["Going"]);
    await stands(cleo, "waiting");
    await ana.reply(anasPoll, "no, sorry");
    await stands(cleo, "confirmed");
    await postWith(cleo, "A place came free");
    expect(await rsvpsOf(read(), sessionId)).toHaveLength(3);
  });

  test("shows its organiser who comes, by the names and handles they have at home", async () => {
    const gathering = await organisersBrowser.get(`/gatherings/${about.gatheringId}`);
    expect(gathering.words).toContain("Going 2, full");
    const people = await organisersBrowser.get(`/gatherings/${about.gatheringId}/people`);
    expect(people.words).toContain(`Ana ${ana.handle} Not going`);
    expect(people.words).toContain(`Ben ${ben.handle} Going 1`);
    expect(people.words).toContain(`Cleo ${cleo.handle} Going 1`);
  });

  test("has sent no message twice", async () => {
    for (const person of [ana, ben, cleo]) {
      const words = (await person.postsOf(title)).map((post) => post.words);
      expect(words.length).toBeGreaterThan(3);
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
