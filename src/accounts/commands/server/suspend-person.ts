import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/person.ts";
import { standingOf } from "../../store/people.read.ts";
import { setSuspension } from "../../store/people.write.ts";
import { dropSessionsOf } from "../../store/sessions.write.ts";
import { emitSessionEnded } from "../sign-in/start-session.ts";
import { onlyOperators, type OperatorsOnly } from "./only-operators.ts";

/** Why something was done to somebody; it stays on record. */
export const reason = z
  .string()
  .transform((typed) => typed.trim())
  .pipe(z.string().min(1).max(1_000));

type Refusal = OperatorsOnly | { readonly kind: "not-found" | "cannot-suspend-oneself" | "already-suspended" };

type Unsuspended = { readonly kind: "not-found" | "not-suspended" };

const input = z.object({ personId: z.string(), reason });

/**
 * Keeps a person out of the whole server, for a recorded reason: their sessions end at once, and nothing they send is heard.
 * Refuses `not-found`, `already-suspended`, and `cannot-suspend-oneself`.
 */
export const suspendPerson = defineCommand({
  name: "accounts/suspend-person",
  input,
  chain: () => serverChain,
  authorise: onlyOperators,
  async run(context, { personId, reason }): Promise<Result<null, Refusal>> {
    const id = personId as PersonId;
    if (context.actor.kind === "person" && context.actor.personId === personId)
      return refused({ kind: "cannot-suspend-oneself" });
    const standing = await standingOf(context.db, personId);
    if (standing !== "active") return refused({ kind: standing === "left" ? "not-found" : "already-suspended" });
    await setSuspension(context.db, id, { at: context.now, reason });
    for (const sessionId of await dropSessionsOf(context.db, id)) emitSessionEnded(context, personId, sessionId);
    context.emit({ name: "person-suspended", version: 1, payload: { personId, reason } });
    return accepted(null);
  },
});

/** Lets a suspended person in again, for a recorded reason. Refuses `not-found` and `not-suspended`. */
export const reinstatePerson = defineCommand({
  name: "accounts/reinstate-person",
  input,
  chain: () => serverChain,
  authorise: onlyOperators,
  async run(context, { personId, reason }): Promise<Result<null, OperatorsOnly | Unsuspended>> {
    const standing = await standingOf(context.db, personId);
    if (standing !== "suspended") return refused({ kind: standing === "left" ? "not-found" : "not-suspended" });
    await setSuspension(context.db, personId as PersonId, undefined);
    context.emit({ name: "person-reinstated", version: 1, payload: { personId, reason } });
    return accepted(null);
  },
});
