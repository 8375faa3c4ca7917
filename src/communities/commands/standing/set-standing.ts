import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { classesOf, memberWithStanding } from "../../store/standing/standing.read.ts";
import { writeStanding } from "../../store/standing/standing.write.ts";
import { communityIdField, personIdField } from "../fields.ts";
import { requireSteward, type NotFound, type OnlyStewards, type SignInNeeded } from "../guards.ts";
import { dayField } from "./standing-fields.ts";

type Refusal = NotFound | OnlyStewards | SignInNeeded;

/**
 * A steward says in which class a member is (none: a full member) and since when their dues are not paid (none: they are). The record
 * tells that it was said, of whom, and not what: dues are between the member and the stewards. Refuses with `not-found`.
 */
export const setStanding = defineCommand({
  name: "communities/set-standing",
  input: z.object({
    communityId: communityIdField,
    personId: personIdField,
    classId: z.string().max(64).default(""),
    duesLapsedOn: dayField,
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(
    context,
    { communityId, personId, classId, duesLapsedOn },
  ): Promise<Result<{ readonly changed: boolean }, Refusal>> {
    const before = await memberWithStanding(context.db, communityId, personId);
    if (before === undefined) return refused({ kind: "not-found" });
    const classes = await classesOf(context.db, communityId);
    const chosen = classes.find(({ id }) => id === classId);
    if (classId !== "" && chosen === undefined) return refused({ kind: "not-found" });
    const isSame = before.class?.name === chosen?.name && (before.duesLapsedOn?.toString() ?? null) === duesLapsedOn;
    if (isSame) return accepted({ changed: false });
    await writeStanding(context.db, { communityId, personId }, { classId: chosen?.id ?? null, duesLapsedOn });
    context.emit({ name: "member-standing-changed", version: 1, payload: { communityId, personId } });
    return accepted({ changed: true });
  },
});
