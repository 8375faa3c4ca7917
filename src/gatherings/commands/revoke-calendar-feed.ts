import { z } from "zod";
import { serverChain } from "../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import { defineCommand } from "../../kernel/commands/command.ts";
import { dropFeed } from "../store/calendars.write.ts";
import { actingPerson, type StandingRefusal } from "./standing.ts";

/** Takes away the secret address of the calendar of the person who asks; having none is no refusal. Refuses `sign-in-needed`. */
export const revokeCalendarFeed = defineCommand({
  name: "gatherings/revoke-calendar-feed",
  input: z.object({}),
  chain: () => serverChain,
  authorise: async (context): Promise<StandingRefusal | undefined> =>
    actingPerson(context) === undefined ? { kind: "sign-in-needed" } : undefined,
  async run(context): Promise<Result<{ readonly revoked: true }, StandingRefusal>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    await dropFeed(context.db, person);
    context.emit({ name: "calendar-feed-revoked", version: 1, payload: { person } });
    return accepted({ revoked: true });
  },
});
