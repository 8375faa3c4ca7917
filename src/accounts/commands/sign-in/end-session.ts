import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { actingPerson, onlyPeople } from "../acting-person.ts";
import { dropOtherSessions, dropSession, dropSessionByToken } from "../../store/sessions.write.ts";
import { emitSessionEnded, hash } from "./start-session.ts";

/** Signs out: the session that has this token ends. */
export const signOut = defineCommand({
  name: "accounts/sign-out",
  input: z.object({ tokenHash: hash }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { tokenHash }) {
    const ended = await dropSessionByToken(context.db, tokenHash);
    if (ended !== undefined) emitSessionEnded(context, ended.person_id, ended.id);
    return accepted(null);
  },
});

/** Ends one of one's own sessions, in whatever browser it is. */
export const endSession = defineCommand({
  name: "accounts/end-session",
  input: z.object({ sessionId: z.string() }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { sessionId }) {
    const personId = actingPerson(context);
    const isEnded = await dropSession(context.db, personId, sessionId);
    if (isEnded) emitSessionEnded(context, personId, sessionId);
    return accepted(null);
  },
});

/** Ends all of one's own sessions but the one that asks. */
export const endOtherSessions = defineCommand({
  name: "accounts/end-other-sessions",
  input: z.object({ tokenHash: hash }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, { tokenHash }) {
    const personId = actingPerson(context);
    const ended = await dropOtherSessions(context.db, personId, tokenHash);
    for (const sessionId of ended) emitSessionEnded(context, personId, sessionId);
    return accepted({ ended: ended.length });
  },
});
