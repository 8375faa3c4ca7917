import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agree, openDecisionCast, type CastProposal, type DecisionCast } from "../../../testing/decision-cast.ts";
import { directNote } from "../../../testing/received-notes.ts";
import { byPerson } from "../../../testing/test-application.ts";
import type { PersonId } from "../../communities/index.ts";
import type { ReceivedObject } from "../../kernel/federation/received.ts";
import { ballotUrl, proposalUrl } from "./addresses.ts";
import { composedBallot } from "./composed-ballot.ts";
import { decisionInbox } from "./inbox.ts";

let cast: DecisionCast;
let ada: PersonId;
let about: CastProposal;

beforeAll(async () => {
  cast = await openDecisionCast();
  ada = await cast.person("Ada");
});
beforeEach(async () => {
  about = await cast.proposal(ada, await cast.community(ada), { secrecy: "secret" });
});
afterAll(() => cast.close());

/** What somebody sent in answer, as the inbox makes of it: what was refused, and what they are told. */
async function sent(text: string | undefined, changes: Partial<ReceivedObject>) {
  const { application } = cast;
  const reading = { read: application.read, origin: application.origin };
  const inReplyTo = ballotUrl(application.origin, about.proposalId);
  const activity = directNote("ada", text, { inReplyTo, ...changes });
  for (const recogniser of decisionInbox) {
    const found = await recogniser.recognise(activity, reading);
    if (found === undefined) continue;
    const answer = await application.execute(found.command, found.input, byPerson(ada));
    return { answer, told: await recogniser.reply?.(activity, answer, reading) };
  }
  throw new Error("nobody recognised it");
}

describe("a secret vote elsewhere", () => {
  test("is a Note that leads to the page, and neither a poll nor an invitation to reply", async () => {
    const note = await composedBallot(cast.application, about.proposalId, undefined);
    expect(note).toMatchObject({ type: "Note", url: proposalUrl(cast.application.origin, about.proposalId) });
    expect(note?.["content"]).toContain("Secret vote: answer on this page only.");
    expect(note?.["content"]).not.toContain("Reply, for example");
    expect(note).not.toHaveProperty("oneOf");
  });

  test("answered by a vote, a word or a remark is not counted, and answered with the link", async () => {
    for (const [text, changes] of [
      [undefined, { name: "Agree" }],
      ["agree", {}],
      ["I am not so sure about this, to be honest", {}],
    ] as const) {
      const { answer, told } = await sent(text, changes);
      expect(answer.ok).toBe(false);
      expect(told).toMatchObject({
        key: "decisions.secret.fediverse.not-here",
        values: { page: proposalUrl(cast.application.origin, about.proposalId) },
      });
    }
    expect(await cast.answer(ada, about, agree)).toMatchObject({ refusal: { kind: "secret-on-the-web" } });
  });
});
