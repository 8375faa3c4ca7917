import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openTalkingGathering, type TalkingGathering } from "../../../../testing/talking-gathering.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { chooseWays } from "../../../accounts/commands/hearing/choose-ways.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { keepEmailIdentity } from "../../../accounts/store/identities.write.ts";
import { joinInterestList } from "../../commands/join-interest-list.ts";
import { proposeCommitment } from "../../commands/commitments/propose-commitment.ts";
import { interestOf } from "../../store/interest.read.ts";
import { commitmentById, commitmentsIn } from "../../store/commitments/commitments.read.ts";

let hall: TalkingGathering;
let ada: PersonId;
let ben: PersonId;
let about: CastGathering;
let people = 0;
let name: string;

beforeAll(async () => {
  hall = await openTalkingGathering();
  ada = await hall.cast.person("Ada");
});
beforeEach(async () => {
  hall.cast.clock.set("2027-02-01T10:00:00Z");
  about = await hall.gathering(ada, "2027-02-20T18:00");
  people += 1;
  name = `Ben${people}`;
  ben = await hall.cast.person(name);
  valueOf(await hall.cast.application.execute(joinInterestList, about, byPerson(ben)));
});
afterAll(() => hall.cast.close());

const what = "Write the minutes";
const ask = async (due = "2027-03-12") =>
  valueOf(await hall.cast.application.execute(proposeCommitment, { ...about, what, ownerId: ben, due }, byPerson(ada)))
    .commitmentId;
const stateOf = async (id: string) => {
  const commitment = await commitmentById(hall.cast.application.read, id);
  return commitment && [commitment.state, commitment.due.toString()];
};
const last = async (who: string) => (await hall.told(who)).at(-1) ?? "";

describe("whoever is asked to do something", () => {
  test("is asked by one message, and takes it on by a yes; whoever asked hears of it", async () => {
    const id = await ask();
    expect(await last(name)).toContain(`Ada asks you for something at`);
    expect(await last(name)).toContain(`“${what}”, by Friday, 12 March 2027`);
    await hall.reply(name, "Yes, gladly!");
    expect(await stateOf(id)).toEqual(["accepted", "2027-03-12"]);
    expect(await last(name)).toContain("Noted for");
    expect(await last("Ada")).toContain(`${name} will do it: “${what}”`);
  });

  test("says no by a no, and may think again", async () => {
    const id = await ask();
    await hall.reply(name, "no, sorry");
    expect(await stateOf(id)).toEqual(["declined", "2027-03-12"]);
    expect(await last("Ada")).toContain(`${name} will not do it`);
    await hall.reply(name, "sí");
    expect(await stateOf(id)).toEqual(["accepted", "2027-03-12"]);
  });

  test("is not taken at a word that says neither", async () => {
    const id = await ask();
    await hall.reply(name, "yes, if Ada helps me");
    expect(await stateOf(id)).toEqual(["proposed", "2027-03-12"]);
    expect(await last(name)).toContain("I could not read your answer about a commitment");
  });

  test("still leaves the list by STOP, whatever it answers", async () => {
    await ask();
    await hall.reply(name, "stop");
    expect(await interestOf(hall.cast.application.read, about.gatheringId, ben)).toBe("left");
  });

  test("cannot be answered for by somebody else who writes the same", async () => {
    const id = await ask();
    await hall.reply(name, "yes", "Mallory");
    // To somebody who was not asked, it is a word to the gathering like any other: they come.
    expect((await hall.told("Mallory")).join("\n")).toContain("You are going to");
    expect(await stateOf(id)).toEqual(["proposed", "2027-03-12"]);
  });
});

describe("on the day of a commitment", () => {
  const promised = async (due = "2027-03-12") => {
    const id = await ask(due);
    await hall.reply(name, "yes");
    return id;
  };
  const asked = async () => (await hall.told(name)).filter((words) => words.startsWith("How did it go"));

  test("its owner is asked once, and says done", async () => {
    const id = await promised("2027-02-10");
    hall.cast.clock.set("2027-02-10T15:59:00Z");
    expect(await asked()).toHaveLength(0);
    hall.cast.clock.set("2027-02-10T16:00:00Z");
    expect(await asked()).toHaveLength(1);
    await hall.reply(name, "Done!");
    expect(await stateOf(id)).toEqual(["done", "2027-02-10"]);
    expect(await last(name)).toContain("Noted as done");
  });

  test("more time moves it, and its owner is asked again on the new day", async () => {
    const id = await promised("2027-02-10");
    hall.cast.clock.set("2027-02-10T16:00:00Z");
    await asked();
    await hall.reply(name, "mehr Zeit bis 15. Februar");
    expect(await stateOf(id)).toEqual(["accepted", "2027-02-15"]);
    hall.cast.clock.set("2027-02-15T16:00:00Z");
    expect(await asked()).toHaveLength(2);
  });

  test("an unclear day is asked back, and the day alone is then enough", async () => {
    const id = await promised("2027-02-10");
    hall.cast.clock.set("2027-02-10T16:00:00Z");
    await asked();
    await hall.reply(name, "more time until 3/4");
    expect(await last(name)).toContain("Which day do you mean");
    expect(await stateOf(id)).toEqual(["accepted", "2027-02-10"]);
    await hall.write(name, about, "3 April");
    expect(await stateOf(id)).toEqual(["accepted", "2027-04-03"]);
  });

  test("more time without a day asks until when", async () => {
    await promised("2027-02-10");
    hall.cast.clock.set("2027-02-10T16:00:00Z");
    await asked();
    await hall.reply(name, "more time");
    expect(await last(name)).toContain("Until when do you need");
  });

  test("a yes to the question how it went is no answer", async () => {
    const id = await promised("2027-02-10");
    hall.cast.clock.set("2027-02-10T16:00:00Z");
    await asked();
    await hall.reply(name, "yes");
    expect(await stateOf(id)).toEqual(["accepted", "2027-02-10"]);
    expect(await last(name)).toContain("I could not read your answer about a commitment");
  });

  test("two and six weeks after the gathering its owner is asked again, and never twice on one day", async () => {
    await promised("2027-03-06");
    hall.cast.clock.set("2027-02-20T18:00:00Z");
    expect(await asked()).toHaveLength(0);
    hall.cast.clock.set("2027-03-06T16:00:00Z");
    expect(await asked()).toHaveLength(1);
    const questions = hall.cast.events.filter((event) => event.name === "commitment-asked-after");
    expect(questions.filter(({ payload }) => payload["owner"] === ben)).toHaveLength(1);
    hall.cast.clock.set("2027-04-03T15:00:00Z");
    expect(await asked()).toHaveLength(2);
    await hall.reply(name, "drop it");
    hall.cast.clock.set("2027-05-03T15:00:00Z");
    expect(await asked()).toHaveLength(2);
  });

  test("whoever promised several things says which", async () => {
    await promised();
    await ask();
    await hall.reply(name, "yes");
    await hall.write(name, about, "done");
    expect(await last(name)).toContain("You have promised several things");
  });

  test("somebody who hears by e-mail gets a letter that leads to the buttons", async () => {
    const { application } = hall.cast;
    const address = `${name.toLowerCase()}@mail.example`;
    await application.database.write((transaction) =>
      keepEmailIdentity(transaction, {
        id: application.ids.next<"identity">(),
        personId: ben,
        address,
        at: hall.cast.clock.now(),
      }),
    );
    const ways = { "gathering-dates": "email", reminders: "email", replies: "email", announcements: "none" } as const;
    valueOf(
      await application.execute(
        chooseWays,
        {
          ways: { ...ways, decisions: "none", membership: "none", stewardship: "none" },
          "quiet-from": "",
          "quiet-until": "",
        },
        byPerson(ben),
      ),
    );
    await ask();
    const letter = await last(name);
    expect(letter).toContain("Ada asks you for something");
    expect(letter).toContain(`https://gather.example/gatherings/${about.gatheringId}/commitments`);
  });
});

describe("a promise by message", () => {
  const proposed = () => commitmentsIn(hall.cast.application.read, about.gatheringId, "proposed", 9);
  const open = () => commitmentsIn(hall.cast.application.read, about.gatheringId, "accepted", 9);

  test("is repeated, and holds once its maker says yes", async () => {
    await hall.write(name, about, "I will bring the ledger by 12 March");
    expect(await open()).toEqual([]);
    expect(await last(name)).toContain("Did I understand you?");
    expect(await last(name)).toContain("“bring the ledger”, by Friday, 12 March 2027");
    await hall.reply(name, "yes");
    expect(await open()).toMatchObject([{ what: "bring the ledger", ownerId: ben, proposerId: ben }]);
  });

  test("is let go by a no", async () => {
    await hall.write(name, about, "I will bring the ledger by 12 March");
    await hall.reply(name, "no");
    expect(await open()).toEqual([]);
    expect(await proposed()).toEqual([]);
  });

  test("with a day that may be two is asked back", async () => {
    await hall.write(name, about, "I will bring the ledger by 3/4");
    expect(await proposed()).toEqual([]);
    expect((await hall.told(name)).join("\n")).toContain("Which day do you mean");
  });
});
