import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import type { CastGathering } from "../../../../testing/gathering-cast.ts";
import { openTalkingGathering, type TalkingGathering } from "../../../../testing/talking-gathering.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import type { PersonId } from "../../../accounts/index.ts";
import { joinInterestList } from "../../commands/join-interest-list.ts";
import { offerRole } from "../../commands/roles/offer-role.ts";
import { setVolunteersRule } from "../../commands/roles/set-volunteers-rule.ts";
import type { Role } from "../../model/roles/role.ts";
import { rsvpsOfPerson } from "../../store/sessions.read.ts";
import { rolePartOf } from "../../store/roles/roles.read.ts";

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
  name = `Cleo${people}`;
  ben = await hall.cast.person(name);
  valueOf(await hall.cast.application.execute(joinInterestList, about, byPerson(ben)));
});
afterAll(() => hall.cast.close());

const offer = async (role: Role = "note-taker") =>
  valueOf(await hall.cast.application.execute(offerRole, { ...about, role, personId: ben }, byPerson(ada)));
const stateOf = async (role: Role = "note-taker") =>
  (await rolePartOf(hall.cast.application.read, about.gatheringId, role, ben))?.state;
const last = async (who: string) => (await hall.told(who)).at(-1) ?? "";

describe("whoever is offered a role", () => {
  test("takes it by a yes, and is not taken to come by it", async () => {
    await offer();
    expect(await last(name)).toContain("Would you take on a role at");
    expect(await last(name)).toContain("Note-taker: Writes down what is said and decided");
    await hall.reply(name, "Sí, claro");
    expect(await stateOf()).toBe("held");
    expect((await rsvpsOfPerson(hall.cast.application.read, about.gatheringId, ben)).size).toBe(0);
    expect(await last("Ada")).toContain(`${name} takes a role`);
  });

  test("declines it by a no, and steps back from it by a later one", async () => {
    await offer();
    await hall.reply(name, "no");
    expect(await stateOf()).toBe("declined");
    expect(await last("Ada")).toContain(`${name} does not take this role`);
    await hall.reply(name, "yes");
    expect(await stateOf()).toBe("held");
    await hall.reply(name, "no, sorry");
    expect(await stateOf()).toBe("stepped-back");
    expect(await last("Ada")).toContain("It is free again");
  });

  test("is asked again when the answer says neither", async () => {
    await offer();
    await hall.reply(name, "only if nobody else can");
    expect(await stateOf()).toBe("offered");
    expect(await last(name)).toContain("I could not read your answer about a role");
  });

  test("is told that somebody else has it meanwhile", async () => {
    await offer();
    await hall.told(name);
    valueOf(
      await hall.cast.application.execute(offerRole, { ...about, role: "note-taker", personId: ada }, byPerson(ada)),
    );
    await hall.reply(name, "yes");
    expect(await stateOf()).toBe("offered");
    expect(await last(name)).toContain("Somebody else has this role");
  });
});

describe("somebody who offers to help", () => {
  test("by naming a role is put to the organisers, who agree by a yes", async () => {
    await hall.write(name, about, "I can take notes");
    expect(await stateOf()).toBe("volunteered");
    expect(await last("Ada")).toContain(`${name} offers to take a role`);
    await hall.reply("Ada", "yes");
    expect(await stateOf()).toBe("held");
    expect(await last(name)).toContain("It is agreed: you hold a role");
  });

  test("is thanked when the organisers say no, and is not put to them again", async () => {
    await hall.write(name, about, "Ich kann Protokoll schreiben");
    await hall.told("Ada");
    await hall.reply("Ada", "no");
    expect(await stateOf()).toBe("turned-down");
    expect(await last(name)).toContain("Thank you for offering to help");
    await hall.write(name, about, "note-taker");
    expect(await stateOf()).toBe("turned-down");
  });

  test("has the role at once where the gathering takes volunteers so, but for those in whom people confide", async () => {
    const rule = { ...about, volunteers: "at-once" } as const;
    valueOf(await hall.cast.application.execute(setVolunteersRule, rule, byPerson(ada)));
    await hall.write(name, about, "puedo controlar el tiempo");
    expect(await stateOf("timekeeper")).toBe("held");
    await hall.write(name, about, "I can be the access steward");
    expect(await stateOf("access-steward")).toBe("volunteered");
  });

  test("in public is heard as well, but a public remark is no question to the gathering", async () => {
    await hall.write(name, about, "The host was rude", { isPublic: true });
    expect(await stateOf("host")).toBeUndefined();
    await hall.write(name, about, "Je peux animer", { isPublic: true });
    expect(await stateOf("facilitator")).toBe("volunteered");
  });

  test("with two things at once is asked for one", async () => {
    await hall.write(name, about, "I can take notes and keep time");
    expect((await hall.told(name)).join("\n")).toContain("Please name one at a time");
  });
});
