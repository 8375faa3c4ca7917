import { z } from "zod";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { putFeed } from "../store/calendars.write.ts";
import { actingPerson, type StandingRefusal } from "./standing.ts";

/**
 * Gives the calendar of the person who asks a secret address, of which the edge knows the token and this the hash; an earlier
 * address leads nowhere from then on.
 *
 * Its value is the hash that holds: of the same form sent twice, the first one's. Refuses `sign-in-needed`.
 */
export const makeCalendarFeed = defineCommand({
  name: "gatherings/make-calendar-feed",
  input: z.object({ tokenHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  chain: () => serverChain,
  authorise: async (context): Promise<StandingRefusal | undefined> =>
    actingPerson(context) === undefined ? { kind: "sign-in-needed" } : undefined,
  async run(context, { tokenHash }): Promise<Result<{ readonly tokenHash: string }, StandingRefusal>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    await putFeed(context.db, person, tokenHash, context.now);
    context.emit({ name: "calendar-feed-made", version: 1, payload: { person } });
    return accepted({ tokenHash });
  },
});
