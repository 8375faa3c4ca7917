import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { valueOf } from "../../../../testing/community-cast.ts";
import { openGatheringCast, type CastGathering, type GatheringCast } from "../../../../testing/gathering-cast.ts";
import { openGatheringPost, type GatheringPost } from "../../../../testing/gathering-post.ts";
import { by, byPerson, pumpJobs } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { gatheringPersonalData } from "../people/personal-data.ts";
import { blockHosts } from "../../../communities/commands/moderation/block-hosts.ts";
import { askingJob } from "../../federation/outreach/asking-job.ts";
import type { FindContact } from "../../federation/outreach/find-contact.ts";
import { composedInvitation } from "../../federation/outreach/invitation-document.ts";
import { invitationUrl } from "../../federation/addresses.ts";
import { outreachNotices } from "../../notices/outreach.ts";
import { outreachTables } from "../../store/outreach/outreach.tables.ts";
import { targetsOf } from "../../store/outreach/targets.read.ts";
import { largestTeam, teamsOf, teamMembersOf } from "../../store/outreach/teams.read.ts";
import { rsvpsOf } from "../../store/sessions.read.ts";
import { openSeats } from "../seats/open-seats.ts";
import { addTargets } from "./add-targets.ts";
import { answerInvitation } from "./answer-invitation.ts";
import { askTarget } from "./ask-target.ts";
import { beginOutreach } from "./begin-outreach.ts";
import { bringTeamMember } from "./bring-team-member.ts";
import { dropTarget } from "./drop-target.ts";
import { revokeTeamLink } from "./revoke-team-link.ts";

let cast: GatheringCast;
let post: GatheringPost;
let community: CommunityId;
let ada: PersonId;
let grace: PersonId;
let about: CastGathering;
let boards = 0;
/** A name that no board of another test has asked. */
let host: string;

beforeAll(async () => {
  cast = await openGatheringCast();
  post = openGatheringPost(cast);
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  community = await cast.community(ada);
});
beforeEach(async () => {
  cast.clock.set("2027-02-01T10:00:00Z");
  about = await cast.gathering(ada, community);
  boards += 1;
  host = `allmende${boards}.example`;
});
afterAll(() => cast.close());

const typed = { name: "", language: null, country: "", software: "", size: null };
const add = (by: PersonId, ...addresses: readonly string[]) =>
  cast.application.execute(
    addTargets,
    { ...about, targets: addresses.map((address) => ({ ...typed, address })) },
    byPerson(by),
  );
const begin = (by: PersonId) => cast.application.execute(beginOutreach, about, byPerson(by));
/** Every instance names `@contact@host`, and speaks German. */
const findContact: FindContact = async ({ kind, address }) => {
  const [, name = "", home = ""] = (kind === "account" ? address : `@contact@${address}`).split("@");
  const contact = { uri: `https://${home}/users/${name}`, handle: `@${name}@${home}`, host: home, language: "de" };
  return { ok: true, value: contact };
};
const ask = () => pumpJobs(cast.application, [askingJob({ findContact, sendLetter: undefined })]);
const board = () => targetsOf(cast.application.read, about.gatheringId, { after: "", limit: 100 });
const target = async () => {
  const [first] = await board();
  if (first === undefined) throw new Error("the board is empty");
  return first;
};
const askedNow = async (...addresses: readonly string[]) => {
  valueOf(await add(ada, ...addresses));
  valueOf(await begin(ada));
  await ask();
};
const refusalKind = (result: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) =>
  result.refusal?.kind;
const eventsNamed = (name: string) =>
  cast.events.filter((event) => event.name === name && event.payload["gathering"] === about.gatheringId);

// The command by which people leave is that of accounts; here it is only the transaction around.
const leaving = defineCommand({
  name: "test/leaving",
  input: z.object({ leaves: z.string() }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { leaves }) {
    await gatheringPersonalData.forget(context, leaves);
    return accepted(null);
  },
});

describe("a board", () => {
  test("is the organisers' alone, and holds each address once", async () => {
    expect(refusalKind(await add(grace, host))).toBe("not-an-organiser");
    expect(refusalKind(await begin(grace))).toBe("not-an-organiser");
    expect(valueOf(await add(ada, host, `@ana@${host}`, host))).toEqual({ added: 2 });
    expect(valueOf(await add(ada, host))).toEqual({ added: 0 });
    expect(refusalKind(await add(ada, "nobody"))).toBe("no-target-read");
  });

  test("asks nobody by itself; who was asked stays on it, who was not can be taken off", async () => {
    valueOf(await add(ada, host, `@ana@${host}`));
    await ask();
    expect((await board()).map(({ state }) => state)).toEqual(["listed", "listed"]);
    const drop = async (id: string) =>
      valueOf(await cast.application.execute(dropTarget, { ...about, targetId: id }, byPerson(ada)));
    const [first, second] = await board();
    await drop(second?.id ?? "");
    valueOf(await begin(ada));
    await ask();
    await drop(first?.id ?? "");
    expect((await board()).map(({ address, state }) => [address, state])).toEqual([[host, "asked"]]);
  });
});

describe("asking", () => {
  test("asks each target once, at the contact its server names and in its language", async () => {
    await askedNow(host);
    expect(refusalKind(await begin(ada))).toBe("nobody-to-ask");
    await ask();
    expect(eventsNamed("target-asked")).toHaveLength(1);
    const asked = await target();
    expect(asked).toMatchObject({ state: "asked", askedBy: ada, contact: { handle: `@contact@${host}` } });
    const invitation = await composedInvitation(cast.application, about.gatheringId, asked.id);
    expect(invitation?.note).toMatchObject({ to: [`https://${host}/users/contact`] });
    expect(JSON.stringify(invitation?.note["contentMap"])).toMatch(/"de":.*eingeladen zu „First gathering“/);
  });

  test("two addresses that lead to one account are asked once", async () => {
    await askedNow(host, `@contact@${host}`);
    expect((await board()).map(({ state }) => state).toSorted()).toEqual(["asked", "unreachable"]);
    expect(eventsNamed("target-asked")).toHaveLength(1);
  });

  test("asked again by whatever mishap, a target stays asked once", async () => {
    await askedNow(host);
    const { id, contact } = await target();
    const found = { uri: contact?.uri ?? "", handle: contact?.handle ?? "", host, language: "de" };
    const again = { ...about, targetId: id, contact: found };
    expect(valueOf(await cast.application.execute(askTarget, again, by({ kind: "clock" })))).toEqual({ asked: false });
    expect(eventsNamed("target-asked")).toHaveLength(1);
    expect((await target()).state).toBe("asked");
  });

  test("only the clock and organisers let the program ask", async () => {
    valueOf(await add(ada, host));
    const input = { ...about, targetId: (await target()).id, contact: null };
    expect(refusalKind(await cast.application.execute(askTarget, input, byPerson(grace)))).toBe("not-an-organiser");
  });

  test("an account that opted out is not asked in the name of its instance either", async () => {
    await askedNow(`@contact@${host}`);
    await post.write(about, `@contact@${host}`, "STOP");
    about = await cast.gathering(ada, community);
    await askedNow(host);
    expect(await target()).toMatchObject({ address: host, state: "opted-out", contact: undefined });
    expect(eventsNamed("target-asked")).toEqual([]);
  });

  test("a blocked instance is not asked", async () => {
    const block = { communityId: community, blocks: [{ host, level: "block" as const }], reason: "Not with them." };
    const blocked = await cast.application.execute(blockHosts, block, byPerson(ada));
    if (!blocked.ok) throw new Error(JSON.stringify(blocked.refusal));
    await askedNow(host);
    expect(await target()).toMatchObject({ state: "unreachable", contact: undefined });
  });

  test("a server that does not answer is tried again, and counts as unreachable in the end", async () => {
    valueOf(await add(ada, host));
    valueOf(await begin(ada));
    const away = askingJob({
      findContact: async () => ({ ok: false, refusal: { kind: "unreachable" } }),
      sendLetter: undefined,
    });
    const { id } = await target();
    const payload = { ...about, targetId: id };
    const due = { kind: away.kind, key: id, due: cast.clock.now(), payload };
    await expect(away.run(cast.application, { ...due, attempt: 1 })).rejects.toThrow("does not answer");
    expect((await target()).state).toBe("asking");
    await away.run(cast.application, { ...due, attempt: 5 });
    expect((await target()).state).toBe("unreachable");
  });
});

describe("a reply to an invitation", () => {
  const reply = async (text: string, account = `@contact@${host}`) => {
    const inReplyTo = invitationUrl(cast.application.origin, about.gatheringId, (await target()).id);
    await post.write(about, account, text, { inReplyTo });
  };

  test.each([
    ["yes, two of us", "yes", 2],
    ["sí, somos tres", "yes", 3],
    ["oui", "yes", 1],
    ["vielleicht", "maybe", 1],
    ["no, grazie", "no", 0],
  ])("%s is %s", async (text, answer, people) => {
    await askedNow(host);
    await reply(text);
    expect(await target()).toMatchObject({ answer, people, isSeen: true });
  });

  test("counts once, and the later word holds", async () => {
    await askedNow(host);
    await reply("yes, two of us");
    await reply("maybe");
    expect(await target()).toMatchObject({ answer: "maybe", people: 1 });
    expect(await board()).toHaveLength(1);
  });

  test("counts without naming the invitation, from whoever was asked; and not from anybody else", async () => {
    await askedNow(host);
    await reply("yes", "@stranger@far.example");
    expect((await target()).answer).toBe(undefined);
    await post.write(about, `@contact@${host}`, "yes, two of us");
    expect(await target()).toMatchObject({ answer: "yes", people: 2 });
  });

  test("is nobody's to give but whose account was asked", async () => {
    await askedNow(host);
    const { id, contact } = await target();
    const said = { ...about, targetId: id, answer: "no", people: 1 } as const;
    for (const uri of [contact?.uri ?? "", "https://social.example/users/grace"]) {
      const answer = await cast.application.execute(answerInvitation, { ...said, uri }, byPerson(grace));
      expect(refusalKind(answer)).toBe("not-found");
    }
    expect((await target()).answer).toBe(undefined);
  });

  test("takes the places of those who come, once there is a date", async () => {
    const session = await cast.date(ada, about, "2027-03-04T19:00");
    await askedNow(host);
    await reply("yes, two of us");
    expect(await rsvpsOf(cast.application.read, session)).toMatchObject([{ answer: "going", people: 2 }]);
  });

  test("of two from an instance, one takes the delegate's seat", async () => {
    const session = await cast.date(ada, about, "2027-03-04T19:00");
    const seats = { kinds: [{ kind: "delegate" as const, places: null }], reason: "One voice each." };
    valueOf(await cast.application.execute(openSeats, { ...about, ...seats }, byPerson(ada)));
    await askedNow(host);
    await reply("yes, two of us");
    expect(await rsvpsOf(cast.application.read, session)).toMatchObject([
      { seat: "delegate", people: 1, instance: host },
    ]);
    expect(await target()).toMatchObject({ answer: "yes", people: 2 });
  });

  test.each(["STOP", "Please stop", "do not ask again", "Bitte nicht wieder fragen!", "ne me demandez plus"])(
    "%s is honoured by every later board of the server, and leaves nothing but a hash",
    async (text) => {
      await askedNow(host);
      await reply(text);
      expect(await target()).toMatchObject({ state: "opted-out", contact: undefined });
      about = await cast.gathering(ada, community);
      await askedNow(host, `@contact@${host}`);
      expect((await board()).map(({ state }) => state)).toEqual(["opted-out", "opted-out"]);
      expect(eventsNamed("target-asked")).toEqual([]);
      const kept = await outreachTables(cast.application.read).selectFrom("outreach_refusals").selectAll().execute();
      expect(JSON.stringify(kept)).not.toContain(host);
    },
  );

  test("a like says that it was seen", async () => {
    await askedNow(host);
    const invitation = invitationUrl(cast.application.origin, about.gatheringId, (await target()).id);
    await post.like(`@contact@${host}`, invitation);
    expect(await target()).toMatchObject({ isSeen: true, answer: undefined });
  });

  test("no event holds an address", async () => {
    await askedNow(host);
    await reply("yes");
    const told = cast.events.filter((event) => event.payload["gathering"] === about.gatheringId);
    expect(JSON.stringify(told)).not.toContain(host);
  });
});

test("people on a board are deleted with the answers, thirty days after the gathering; instances stay", async () => {
  await cast.date(ada, about, "2027-03-04T19:00");
  await askedNow(host, `@ana@${host}`);
  await post.write(about, `@contact@${host}`, "yes");
  cast.clock.set("2027-04-03T18:59:00Z");
  await cast.pumpClock();
  expect(await board()).toHaveLength(2);
  cast.clock.set("2027-04-03T19:00:00Z");
  await cast.pumpClock();
  expect(await board()).toMatchObject([{ address: host, contact: undefined, answer: "yes" }]);
});

test("people on the board of a gathering that gets no date are deleted ninety days after the last change", async () => {
  await askedNow(host, `@ana@${host}`);
  cast.clock.pass({ hours: 24 * 40 });
  await post.write(about, `@contact@${host}`, "yes");
  cast.clock.pass({ hours: 24 * 90 - 1 });
  await cast.pumpClock();
  expect(await board()).toHaveLength(2);
  cast.clock.pass({ hours: 1 });
  await cast.pumpClock();
  expect(await board()).toMatchObject([{ address: host, contact: undefined, answer: "yes" }]);
});

test("whoever was asked takes it along, and leaves no trace of it", async () => {
  await askedNow(`@grace@social.example`);
  await post.write(about, "@grace@social.example", "maybe");
  const kept = await gatheringPersonalData.export(cast.application.read, grace);
  expect(kept["invitations"]).toMatchObject([{ gathering: about.gatheringId, answer: "maybe" }]);
  valueOf(await cast.application.execute(leaving, { leaves: grace }, by({ kind: "server" })));
  expect(await target()).toMatchObject({ contact: undefined, answer: undefined });
});

describe("the link for a team", () => {
  const bring = (token: string, name: string) =>
    cast.application.execute(bringTeamMember, { ...about, token, name }, by({ kind: "visitor" }));
  const answeredYes = async () => {
    await askedNow(host);
    await post.write(about, `@contact@${host}`, "yes, two of us");
    const { id } = await target();
    return { id, token: (await teamsOf(cast.application.read, [id])).get(id)?.token ?? "" };
  };

  test("goes to the instance that said yes, and brings people without accounts", async () => {
    const { id, token } = await answeredYes();
    const [answered] = eventsNamed("invitation-answered");
    const [notice] = answered === undefined ? [] : await outreachNotices.notices(cast.application, answered);
    expect(notice?.path).toBe(`/gatherings/${about.gatheringId}/team/${token}`);
    valueOf(await bring(token, "Yara"));
    const members = await teamMembersOf(cast.application.read, about.gatheringId, { limit: 10 });
    expect(members).toMatchObject([{ name: "Yara", targetId: id }]);
  });

  test("holds for a limited number, can be taken back, and opens no other gathering", async () => {
    const { id, token } = await answeredYes();
    for (let place = 0; place < largestTeam; place++) valueOf(await bring(token, `Person ${place}`));
    expect(refusalKind(await bring(token, "One more"))).toBe("team-full");
    const taken = { ...about, targetId: id };
    expect(refusalKind(await cast.application.execute(revokeTeamLink, taken, byPerson(grace)))).toBe(
      "not-an-organiser",
    );
    valueOf(await cast.application.execute(revokeTeamLink, taken, byPerson(ada)));
    expect(refusalKind(await bring(token, "Late"))).toBe("team-link-revoked");
    about = await cast.gathering(ada, community);
    expect(refusalKind(await bring(token, "Elsewhere"))).toBe("not-found");
  });
});
