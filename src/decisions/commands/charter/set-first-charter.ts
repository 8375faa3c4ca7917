import { z } from "zod";
import { circlesOf } from "../../../circles/index.ts";
import { isSteward } from "../../../communities/index.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/thread.ts";
import { charterOf } from "../../store/charter/charter.read.ts";
import { insertCharterVersion } from "../../store/charter/charter.write.ts";
import { communityInput } from "../inputs.ts";
import { actingPerson, type StandingRefusal } from "../standing.ts";
import { charterHash } from "./charter-hash.ts";
import { charterInput, readCharter, type CharterRefusal } from "./read-charter.ts";

type FirstCharterRefusal =
  | StandingRefusal
  | CharterRefusal
  | { readonly kind: "only-stewards" }
  | { readonly kind: "charter-exists" };

/**
 * Stewards set the first charter of a community, once: from then on it changes by the rule that it gives itself, and by nothing else.
 *
 * Refuses `only-stewards`, `charter-exists`, and what {@link readCharter} refuses.
 */
export const setFirstCharter = defineCommand({
  name: "decisions/set-first-charter",
  input: z.object({ communityId: communityInput, ...charterInput }),
  chain: (input) => input.communityId,
  async authorise(context, input): Promise<FirstCharterRefusal | undefined> {
    const person = actingPerson(context);
    if (person === undefined) return { kind: "sign-in-needed" };
    return (await isSteward(context.db, input.communityId, person)) ? undefined : { kind: "only-stewards" };
  },
  async run(context, input): Promise<Result<{ readonly version: number }, FirstCharterRefusal>> {
    if ((await charterOf(context.db, input.communityId)) !== undefined) return refused({ kind: "charter-exists" });
    const charter = readCharter(context, input, undefined, await circlesOf(context.db, input.communityId));
    if (!charter.ok) return charter;
    const hash = charterHash(input.communityId, 1, charter.value);
    await insertCharterVersion(context.db, {
      ...charter.value,
      communityId: input.communityId,
      version: 1,
      hash,
      proposalId: undefined,
      writtenBy: actingPerson(context) as PersonId,
      inForceAt: context.now,
    });
    context.emit({ name: "charter-set", version: 1, payload: { version: 1, hash } });
    return accepted({ version: 1 });
  },
});
