import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { QuietHours } from "../../model/contact.ts";
import { noticeKinds } from "../../model/notice-kinds.ts";
import { keepQuietHours, keepWays } from "../../store/contacts.write.ts";
import { actingPerson, onlyPeople } from "../acting-person.ts";

const way = z.enum(["fediverse", "email", "none"]);
const timeOfDay = z.string().regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/, "not-a-time-of-day");

/** By which way one hears of each kind of news, and in which hours one wants to be left alone; both hours or neither. */
export const chooseWays = defineCommand({
  name: "accounts/choose-ways",
  input: z
    .object({ ways: z.record(z.enum(noticeKinds), way), "quiet-from": timeOfDay, "quiet-until": timeOfDay })
    .refine((chosen) => (chosen["quiet-from"] === "") === (chosen["quiet-until"] === ""), {
      message: "both-or-neither",
      path: ["quiet-until"],
    }),
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, chosen): Promise<Result<null, { readonly kind: "sign-in-needed" }>> {
    const personId = actingPerson(context);
    const { ways, "quiet-from": from, "quiet-until": until } = chosen;
    const quietHours: QuietHours | undefined = from === "" ? undefined : { from, until };
    await keepWays(context.db, personId, ways);
    await keepQuietHours(context.db, personId, quietHours);
    context.emit({ name: "ways-chosen", version: 1, payload: { personId } });
    return accepted(null);
  },
});
