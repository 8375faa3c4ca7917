import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { foundingOrganiser } from "../../../../testing/founding.ts";
import { startKoinon, type RunningKoinon } from "../../../../testing/koinon.ts";
import { startMailServer, type MailServer } from "../../../../testing/mail-server.ts";
import { personElsewhere, type PersonElsewhere, type ShownPost } from "../../../../testing/person-elsewhere.ts";
import { signedInByMail } from "../../../../testing/signed-in-by-mail.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { waitFor } from "../../../../testing/wait-for.ts";
import { personByActor, type PersonId } from "../../../accounts/index.ts";
import { personActorByHandle } from "../../../accounts/store/elsewhere/person-actors.read.ts";
import { personByEmail } from "../../../accounts/store/people.read.ts";
import { announceGathering } from "../../commands/announce-gathering.ts";
import { proposeCommitment } from "../../commands/commitments/propose-commitment.ts";
import { askForHelpers } from "../../commands/roles/ask-for-helpers.ts";
import { offerRole } from "../../commands/roles/offer-role.ts";
import { commitmentById } from "../../store/commitments/commitments.read.ts";
import { countInterested } from "../../store/interest.read.ts";
import { rolePartOf } from "../../store/roles/roles.read.ts";

const title = "Helped gathering";
const patience = { deadlineMs: 30_000, intervalMs: 100 };

/** Where the gathering is, and where those live who help. */
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
    startKoinon({ address: "127.0.20.1", variables }),
    startKoinon({ address: "127.0.20.2", variables }),
  ]);
  await signedInByMail(there, mail, "Olga");
  const olga = await personByEmail(there.koinon.application.read, "olga@mail.example");
  if (olga === undefined) throw new Error("Olga is nobody");
  organiser = olga;
  const { communityId } = await foundingOrganiser(there.koinon, organiser);
  const texts = { title, purpose: "Meet.", language: "en", zone: "Europe/Rome" };
  const input = { ...texts, communityId, handle: "helped_gathering" };
  const { gatheringId } = valueOf(await execute(announceGathering, input, byPerson(organiser)));
  about = { communityId, gatheringId };
  ana = await personElsewhere(home, mail, "Ana");
  await ana.follow(`@helped_gathering@${new URL(there.origin).host}`);
  await waitFor("Ana on the list", async () => (await countInterested(read(), gatheringId)) === 1, patience);
}, 60_000);
afterAll(async () => {
  await home?.stop();
  await there?.stop();
  await mail?.stop();
});

const execute: RunningKoinon["koinon"]["application"]["execute"] = (command, input, by) =>
  there.koinon.application.execute(command, input, by);
const read = () => there.koinon.application.read;

/** The person whom the server of the gathering takes Ana for. */
async function anaThere(): Promise<PersonId> {
  const actor = await personActorByHandle(home.koinon.application.read, "ana");
  const person = await personByActor(read(), `${home.origin}/actors/${actor?.id}`);
  if (person === undefined) throw new Error("Ana is nobody there");
  return person;
}

/** What the gathering said with these words, once it stands on Ana's page at home. */
function postWith(words: string): Promise<ShownPost> {
  const find = async () => (await ana.postsOf(title)).find((post) => post.words.includes(words));
  return waitFor(`“${words}”`, find, patience);
}

describe("people of another Koinon", { timeout: 90_000 }, () => {
  test("take a role that they are offered, by replying yes", async () => {
    const personId = await anaThere();
    valueOf(await execute(offerRole, { ...about, role: "facilitator", personId }, byPerson(organiser)));
    await ana.reply(await postWith("Would you take on a role"), "Yes, gladly!");
    const holds = async () => (await rolePartOf(read(), about.gatheringId, "facilitator", personId))?.state === "held";
    await waitFor("Ana facilitates", holds, patience);
    expect((await postWith("You hold a role at")).words).toContain("Facilitator");
  });

  test("offer to help when everyone is asked, by replying to the post", async () => {
    valueOf(await execute(askForHelpers, { ...about, roles: ["timekeeper"] }, byPerson(organiser)));
    await ana.reply(await postWith("is looking for helpers: Timekeeper"), "I can keep time");
    const personId = await anaThere();
    const offers = async () =>
      (await rolePartOf(read(), about.gatheringId, "timekeeper", personId))?.state === "volunteered";
    await waitFor("Ana offers", offers, patience);
    expect((await postWith("Those who organise are asked")).words).toContain("Timekeeper");
  });

  test("take on what they are asked to do, and say that it is done", async () => {
    const ownerId = await anaThere();
    const today = there.koinon.application.clock().toZonedDateTimeISO("Europe/Rome").toPlainDate();
    const due = today.add({ days: 30 }).toString();
    const asked = { ...about, what: "Bring the ledger", ownerId, due };
    const { commitmentId } = valueOf(await execute(proposeCommitment, asked, byPerson(organiser)));
    const stands = (state: string) =>
      waitFor(state, async () => (await commitmentById(read(), commitmentId))?.state === state, patience);
    await ana.reply(await postWith("“Bring the ledger”"), "yes");
    await stands("accepted");
    await ana.reply(await postWith("Noted for"), "done");
    await stands("done");
    expect((await postWith("Noted as done")).words).toContain("Bring the ledger");
  });
});
