import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { valueOf } from "../../../../testing/community-cast.ts";
import { agree, openDecisionCast, type CastProposal, type DecisionCast } from "../../../../testing/decision-cast.ts";
import { by, byPerson, pumpJobs } from "../../../../testing/test-application.ts";
import type { CommunityId, PersonId } from "../../../communities/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { runDueJobs } from "../../../kernel/jobs/worker.ts";
import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import { decisionsWriting } from "../../capability.ts";
import type { GuestLetter, SendLetter } from "../../notices/guest-letter.ts";
import { letterStates } from "../../store/answers/guest-letters.read.ts";
import { guestLetterTables } from "../../store/answers/guest-letters.tables.ts";
import { decisionPersonalData } from "../people/personal-data.ts";
import { closeProposal } from "../proposals/close-proposal.ts";
import { withdrawProposal } from "../proposals/withdraw-proposal.ts";
import { answerAsGuest } from "../voice/answer-as-guest.ts";
import { inviteGuest } from "../voice/invite-guest.ts";
import { leaveAsGuest } from "../voice/leave-as-guest.ts";
import { revokeGuest } from "../voice/revoke-guest.ts";
import { settleGuestLetter } from "./write-to-guest.ts";

let cast: DecisionCast;
let ada: PersonId;
let grace: PersonId;
let communityId: CommunityId;
let about: CastProposal;
const letters: GuestLetter[] = [];

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
  grace = await cast.person("Grace");
  communityId = await cast.community(ada);
  await cast.join(communityId, grace);
});
beforeEach(async () => {
  cast.clock.pass({ hours: 25 });
  // What other tests left waiting goes first.
  await send();
  letters.length = 0;
  about = await cast.proposal(ada, communityId);
});
afterAll(() => cast.close());

/** Invites somebody by a letter. */
async function write(email: string, said: { who?: PersonId; about?: CastProposal } = {}) {
  const token = newToken();
  const seat = { name: "Quill", standing: "counted", tokenHash: hashOfToken(token), email, token } as const;
  const { who = ada } = said;
  return cast.application.execute(inviteGuest, { ...(said.about ?? about), ...seat }, byPerson(who));
}
const written = async (email: string) => valueOf(await write(email)).guestId;

const take = async (letter: GuestLetter) => void letters.push(letter);
const sendBy = (sendLetter: SendLetter) => pumpJobs(cast.application, decisionsWriting(sendLetter).jobs ?? []);
const send = () => sendBy(take);

/** What is still known of letters, in whatever state. */
const kept = () => guestLetterTables(cast.application.read).selectFrom("guest_letters").selectAll().execute();
const addresses = async () => (await kept()).flatMap(({ address }) => address ?? []);

describe("a letter to a guest", () => {
  test("goes once to the address, with the link by which they answer, and tells who asks and what becomes of it", async () => {
    const guestId = await written(" Quill@Mail.example ");
    await send();
    await send();
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    expect(letter).toMatchObject({
      to: "quill@mail.example",
      subject: "Your answer is asked for: Pay a shared moderator",
    });
    expect(letter?.text).toContain("Ada (");
    expect(letter?.text).toContain("forgotten when the proposal closes");
    const [, token = ""] = /\/guest\/(\S+)/.exec(letter?.text ?? "") ?? [];
    const answer = { ...about, tokenHash: hashOfToken(token), ballot: agree };
    expect(await cast.application.execute(answerAsGuest, answer, by({ kind: "visitor" }))).toMatchObject({ ok: true });
    expect((await letterStates(cast.application.read, about.proposalId)).get(guestId)).toBe("sent");
    expect((await kept()).find(({ guest_id }) => guest_id === guestId)?.token).toBeNull();
  });

  test("that the mail server does not take is tried again with the same link, and given up in the end", async () => {
    const guestId = await written("away@mail.example");
    const texts: string[] = [];
    const { jobs = [] } = decisionsWriting(async ({ text }) => {
      texts.push(text);
      throw new Error("no such mailbox");
    });
    for (let hour = 0; hour < 5; hour += 1) {
      await runDueJobs(cast.application, jobs, { failed: () => {}, idle: () => {} });
      cast.clock.pass({ hours: 1 });
    }
    expect(texts).toHaveLength(5);
    expect(new Set(texts).size).toBe(1);
    expect((await letterStates(cast.application.read, about.proposalId)).get(guestId)).toBe("failed");
    await send();
    expect(letters).toEqual([]);
  });

  test("does not go where e-mail is off, nor to a seat that was taken back before", async () => {
    const unsent = await written("one@mail.example");
    await sendBy(undefined);
    const guestId = await written("two@mail.example");
    valueOf(await cast.application.execute(revokeGuest, { ...about, guestId }, byPerson(ada)));
    await send();
    expect(letters).toEqual([]);
    expect((await letterStates(cast.application.read, about.proposalId)).get(unsent)).toBe("failed");
  });

  test("is noted as sent by nobody but the clock", async () => {
    const guestId = await written("quill@mail.example");
    const outcome = { ...about, guestId, outcome: "sent" } as const;
    expect(await cast.application.execute(settleGuestLetter, outcome, byPerson(ada))).toMatchObject({ ok: false });
  });
});

describe("the address of a guest", () => {
  test("is forgotten when the proposal closes, when it is taken back, and when the guest leaves", async () => {
    await written("closing@mail.example");
    expect(await addresses()).toContain("closing@mail.example");
    valueOf(await cast.application.execute(closeProposal, about, byPerson(ada)));
    about = await cast.proposal(ada, communityId);
    await written("withdrawn@mail.example");
    valueOf(await cast.application.execute(withdrawProposal, about, byPerson(ada)));
    about = await cast.proposal(ada, communityId);
    await written("leaving@mail.example");
    await send();
    const [, token = ""] = /\/guest\/(\S+)/.exec(letters[0]?.text ?? "") ?? [];
    const seat = { ...about, tokenHash: hashOfToken(token) };
    valueOf(await cast.application.execute(leaveAsGuest, seat, by({ kind: "visitor" })));
    expect(await addresses()).not.toEqual(expect.arrayContaining([expect.stringMatching(/closing|withdrawn|leaving/)]));
  });

  test("of which the letter had not gone yet when the proposal closed gets none afterwards", async () => {
    const guestId = await written("late@mail.example");
    valueOf(await cast.application.execute(closeProposal, about, byPerson(ada)));
    await send();
    expect(letters).toEqual([]);
    expect((await letterStates(cast.application.read, about.proposalId)).get(guestId)).toBe("failed");
  });

  test("stands in no event and in nothing that anybody takes along", async () => {
    await written("quillet@mail.example");
    await send();
    expect(JSON.stringify(cast.events)).not.toMatch(/quillet|mail\.example/);
    expect(JSON.stringify(await decisionPersonalData.export(cast.application.read, ada))).not.toContain("quillet");
  });

  test("goes with whoever gave it, and stays with them when two accounts turn out to be one person", async () => {
    about = await cast.proposal(grace, communityId);
    valueOf(await write("hers@mail.example", { who: grace }));
    const other = await cast.person("Grace", "elsewhere.example");
    await cast.application.database.write((db) => decisionPersonalData.join(contextOf(db), other, grace));
    expect((await kept()).find(({ address }) => address === "hers@mail.example")?.inviter_id).toBe(other);
    await cast.application.database.write((db) => decisionPersonalData.forget(contextOf(db), other));
    expect(await addresses()).not.toContain("hers@mail.example");
    grace = await cast.person("Grace Again");
    await cast.join(communityId, grace);
  });
});

describe("limits", () => {
  test("one letter about a proposal goes to an address, and another only once that seat was taken back", async () => {
    const guestId = await written("quill@mail.example");
    expect(await write("QUILL@mail.example")).toMatchObject({ refusal: { kind: "guest-written-to", field: "email" } });
    valueOf(await cast.application.execute(revokeGuest, { ...about, guestId }, byPerson(ada)));
    expect(await write("quill@mail.example")).toMatchObject({ ok: true });
  });

  test("a mailbox gets three letters a day, whoever writes them", async () => {
    const proposals = [about, await cast.proposal(ada, communityId), await cast.proposal(ada, communityId)];
    for (const each of proposals) valueOf(await write("quill@mail.example", { about: each }));
    const fourth = { about: await cast.proposal(grace, communityId), who: grace };
    expect(await write("quill@mail.example", fourth)).toMatchObject({ refusal: { kind: "mailbox-has-enough" } });
    cast.clock.pass({ hours: 25 });
    expect(await write("quill@mail.example", fourth)).toMatchObject({ ok: true });
  });

  test("somebody has twenty sent in a day", async () => {
    for (let number = 0; number < 20; number += 1) await written(`guest${number}@mail.example`);
    expect(await write("one-more@mail.example")).toMatchObject({
      refusal: { kind: "too-many-guest-letters", most: 20 },
    });
    const hers = { about: await cast.proposal(grace, communityId), who: grace };
    expect(await write("one-more@mail.example", hers)).toMatchObject({ ok: true });
  });

  test("what is no address is refused, and nobody who may not invite sends a letter", async () => {
    for (const email of ["quill", "a@b", "a@b.example\r\nBcc: c@d.example", `${"x".repeat(300)}@mail.example`]) {
      expect(await write(email)).toMatchObject({ refusal: { kind: "invalid-input" } });
    }
    expect(await write("quill@mail.example", { who: grace })).toMatchObject({ refusal: { kind: "not-the-author" } });
    const stranger = await cast.person("Stranger");
    expect(await write("quill@mail.example", { who: stranger })).toMatchObject({ refusal: { kind: "not-the-author" } });
    await send();
    expect(letters).toEqual([]);
  });
});

/** As much of a command's context as letting go of people needs. */
function contextOf(db: CommandContext["db"]): CommandContext {
  const { ids } = cast.application;
  const now = cast.clock.now();
  const nothing = { emit: () => {}, emitUnnamed: () => {}, schedule: async () => {}, unschedule: async () => {} };
  const run = async () => Promise.reject(new Error("no command is run within"));
  const actor = { kind: "server" } as const;
  return { db, ids, now, arrivedAt: now, actor, origin: { from: "cli", key: "test" }, ...nothing, execute: run };
}
