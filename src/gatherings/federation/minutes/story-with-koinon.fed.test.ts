import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { foundingOrganiser } from "../../../../testing/founding.ts";
import { startKoinon, type RunningKoinon } from "../../../../testing/koinon.ts";
import { startMailServer, type MailServer } from "../../../../testing/mail-server.ts";
import { personElsewhere, type PersonElsewhere, type ShownPost } from "../../../../testing/person-elsewhere.ts";
import { signedInByMail } from "../../../../testing/signed-in-by-mail.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { testClock } from "../../../../testing/test-clock.ts";
import { waitFor } from "../../../../testing/wait-for.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { personByEmail } from "../../../accounts/store/people.read.ts";
import { announceGathering } from "../../commands/announce-gathering.ts";
import { announceDraft } from "../../commands/minutes/announce-draft.ts";
import { correctMinutes } from "../../commands/minutes/correct-minutes.ts";
import { settleCorrection } from "../../commands/minutes/settle-correction.ts";
import { setDate } from "../../commands/set-date.ts";
import { feedbackOf } from "../../store/feedback/feedback.read.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { rsvpsOf, sessionsOf } from "../../store/sessions.read.ts";
import { countInterested } from "../../store/interest.read.ts";
import { correctionsIn } from "../../store/minutes/minutes.read.ts";

const title = "Written gathering";
const patience = { deadlineMs: 30_000, intervalMs: 100 };

/** Both servers go by one clock, which the story moves on by days. */
const clock = testClock();
let there: RunningKoinon;
let home: RunningKoinon;
let mail: MailServer;
let organiser: PersonId;
let ana: PersonElsewhere;
let about: { readonly communityId: string; readonly gatheringId: string };

beforeAll(async () => {
  mail = await startMailServer();
  const variables = { SMTP_URL: mail.url };
  [there, home] = await Promise.all([
    startKoinon({ address: "127.0.91.1", variables, clock }),
    startKoinon({ address: "127.0.91.2", variables, clock }),
  ]);
  await signedInByMail(there, mail, "Olga");
  const olga = await personByEmail(read(), "olga@mail.example");
  if (olga === undefined) throw new Error("Olga is nobody");
  organiser = olga;
  const { communityId } = await foundingOrganiser(there.koinon, organiser);
  const texts = { title, purpose: "Meet.", language: "en", zone: "Europe/Rome" };
  const input = { ...texts, communityId, handle: "written_gathering" };
  const { gatheringId } = valueOf(await execute(announceGathering, input, byPerson(organiser)));
  about = { communityId, gatheringId };
  ana = await personElsewhere(home, mail, "Ana");
  await ana.follow(`@written_gathering@${new URL(there.origin).host}`);
  await waitFor("Ana on the list", async () => (await countInterested(read(), gatheringId)) === 1, patience);
  const start = clock.now().toZonedDateTimeISO("Europe/Rome").toPlainDate().add({ days: 1 }).toString();
  const sessions = [{ start: `${start}T19:00`, zone: "Europe/Rome", lengthMinutes: 60 }];
  valueOf(await execute(setDate, { ...about, sessions, reason: "most can come" }, byPerson(organiser)));
  await ana.write(`@written_gathering@${new URL(there.origin).host}`, "yes");
  await waitFor("Ana comes", async () => (await comingTo(gatheringId)) === 1, patience);
  await passDays(2);
  await waitFor("it was held", async () => (await gatheringById(read(), gatheringId))?.state === "held", patience);
}, 90_000);
afterAll(async () => {
  await home?.stop();
  await there?.stop();
  await mail?.stop();
});

const execute: RunningKoinon["koinon"]["application"]["execute"] = (command, input, by) =>
  there.koinon.application.execute(command, input, by);
const read = () => there.koinon.application.read;

async function comingTo(gatheringId: string): Promise<number> {
  const [session] = await sessionsOf(read(), gatheringId);
  return session === undefined ? 0 : (await rsvpsOf(read(), session.id)).length;
}

async function passDays(days: number): Promise<void> {
  clock.pass({ hours: 24 * days });
  await there.koinon.pump();
  await home.koinon.pump();
}

/** What the gathering said with these words, once it stands on Ana's page at home. */
function postWith(words: string): Promise<ShownPost> {
  const find = async () => (await ana.postsOf(title)).find((post) => post.words.includes(words));
  return waitFor(`“${words}”`, find, patience);
}

describe("somebody of another Koinon who follows a gathering that was held", { timeout: 120_000 }, () => {
  test("is asked how it was, and says so by replying", async () => {
    await ana.reply(await postWith("Two minutes are enough"), "+ the round of names\n- too late for us");
    const said = async () => (await feedbackOf(read(), about.gatheringId)).length === 2;
    await waitFor("what Ana said", said, patience);
    const all = await feedbackOf(read(), about.gatheringId);
    expect(new Map(all.map(({ kind, text }) => [kind, text]))).toEqual(
      new Map([
        ["plus", "the round of names"],
        ["delta", "too late for us"],
      ]),
    );
  });

  test("sends a correction of the draft by replying, and hears what becomes of it", async () => {
    valueOf(await execute(announceDraft, about, byPerson(organiser)));
    await ana.reply(await postWith("The draft of the minutes"), "Correction: we were three servers");
    const waiting = () => correctionsIn(read(), about.gatheringId, "waits");
    await waitFor("the correction", async () => (await waiting()).length === 1, patience);
    const [correction] = await waiting();
    expect(correction?.text).toBe("we were three servers");
    expect((await postWith("has arrived")).words).toContain("Your correction of the minutes");
    const settled = { ...about, correctionId: correction?.id ?? "", decision: "printed", answer: "" };
    valueOf(await execute(settleCorrection, settled, byPerson(organiser)));
    expect((await postWith("stands beneath the minutes")).words).toContain(title);
  });

  test("gets the minutes once they are published: in short as a note, and whole as an article", async () => {
    await passDays(3);
    const note = await postWith("The minutes of");
    expect(note.words).toContain("published");
    const article = await postWith("we were three servers");
    expect(article.words).toContain("the round of names");
    expect(article.words).toContain("1 person had said they would come, from 1 server");
  });

  test("sees in the article what is corrected afterwards", async () => {
    valueOf(await execute(correctMinutes, { ...about, text: "It was a Thursday." }, byPerson(organiser)));
    const article = await postWith("It was a Thursday.");
    expect(article.words).toContain("we were three servers");
  });
});
