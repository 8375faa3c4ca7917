import { serverActorId } from "../../../kernel/federation/local-actor.ts";
import type { ReceivedActivity, Recogniser } from "../../../kernel/federation/received.ts";
import { confirmByContact } from "../../commands/verification/confirm-by-contact.ts";
import { proofCodeIn } from "../../model/verification/proof-code.ts";

/**
 * The code of a verification, in a message to the server's actor by the account that a place's server names as its contact. The message is signed by that
 * account's key, as all that arrives is; seen by others the code is worth nothing.
 */
export const contactAnswers: Recogniser = {
  name: "directory/contact-answers",
  types: ["Create"],
  async recognise(activity, { origin }) {
    const code = codeFor(activity, `${origin.origin}/actors/${serverActorId}`);
    if (code === undefined) return undefined;
    const { uri, movedTo, keyChangedAt } = activity.actor;
    const input = { code, uri, hasMoved: movedTo !== undefined, keyChangedAt: keyChangedAt?.toString() };
    return { command: confirmByContact, input };
  },
  async reply(_activity, answer, { origin }) {
    const outcome = answer.ok ? "verified" : (refusals.find((kind) => kind === answer.refusal.kind) ?? "unknown-code");
    return {
      from: serverActorId,
      key: `directory.proof-reply.${outcome}`,
      values: { page: `${origin.origin}/directory` },
    };
  },
};

const refusals = ["not-the-contact", "account-moved", "other-key"] as const;

function codeFor({ actor, object }: ReceivedActivity, server: string): string | undefined {
  if (object?.type !== "Note" || object.attributedTo !== actor.uri || object.text === undefined) return undefined;
  return object.audience.includes(server) ? proofCodeIn(object.text) : undefined;
}
