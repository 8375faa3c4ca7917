import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { mostClasses, type ClassId } from "../../model/standing.ts";
import { classesOf } from "../../store/standing/standing.read.ts";
import { insertClass } from "../../store/standing/standing.write.ts";
import { communityIdField } from "../fields.ts";
import { requireSteward, type OnlyStewards, type SignInNeeded } from "../guards.ts";
import { shortNameField } from "./standing-fields.ts";

/** There is a class of this name, or there are as many as people can keep apart. */
interface NoSuchClass extends AnyRefusal {
  readonly kind: "class-exists" | "too-many-classes";
}

type Refusal = NoSuchClass | OnlyStewards | SignInNeeded;

/** A steward names a class of members, with or without a vote. Refuses with `class-exists` and `too-many-classes`. */
export const addClass = defineCommand({
  name: "communities/add-class",
  input: z.object({ communityId: communityIdField, name: shortNameField, votes: z.boolean() }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, name, votes }): Promise<Result<{ readonly classId: ClassId }, Refusal>> {
    const classes = await classesOf(context.db, communityId);
    if (classes.length >= mostClasses) return refused({ kind: "too-many-classes" });
    if (classes.some((each) => each.name.toLowerCase() === name.toLowerCase()))
      return refused({ kind: "class-exists" });
    const classId = context.ids.next<"membership-class">();
    await insertClass(context.db, communityId, { id: classId, name, votes });
    context.emit({ name: "membership-class-added", version: 1, payload: { communityId, classId, votes } });
    return accepted({ classId });
  },
});
