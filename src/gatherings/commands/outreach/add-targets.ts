import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isLanguage } from "../../../kernel/i18n/language.ts";
import { mostTargets } from "../../model/outreach/read-targets.ts";
import { typedAddress } from "../../model/outreach/target.ts";
import { targetCounts } from "../../store/outreach/targets.read.ts";
import { insertTarget } from "../../store/outreach/targets.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { scheduleDeletion } from "../questions/deletion-job.ts";
import { gatheringOf, mayOrganise, type StandingRefusal } from "../standing.ts";

const targetInput = z.object({
  address: z.string().max(320),
  name: z.string().trim().max(120),
  language: z.string().refine(isLanguage, "unknown-language").nullable(),
  country: z.string().regex(/^([A-Z]{2})?$/),
  software: z.string().trim().max(60),
  size: z.number().int().min(0).nullable(),
});

export type AddTargetsRefusal =
  | StandingRefusal
  | { readonly kind: "no-target-read" }
  | { readonly kind: "too-many-targets"; readonly most: number };

/** Puts targets on the board of a gathering; one that is there already stays as it is. Nobody is asked by this. */
export const addTargets = defineCommand({
  name: "gatherings/add-targets",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    targets: z.array(targetInput).max(mostTargets),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly added: number }, AddTargetsRefusal>> {
    const gathering = await gatheringOf(context, input);
    if (gathering === undefined) return refused({ kind: "not-found" });
    const targets = input.targets.flatMap((target) => {
      const found = typedAddress(target.address);
      return found === undefined ? [] : [{ ...target, ...found }];
    });
    if (targets.length === 0) return refused({ kind: "no-target-read" });
    const counts = await targetCounts(context.db, gathering.id);
    const before = counts.reduce((sum, count) => sum + count.targets, 0);
    if (before + targets.length > mostTargets) return refused({ kind: "too-many-targets", most: mostTargets });
    let added = 0;
    for (const target of targets) {
      const id = context.ids.next<"outreach-target">();
      if (await insertTarget(context.db, { id, gatheringId: gathering.id, target, at: context.now })) added += 1;
    }
    await scheduleDeletion(context, input);
    context.emit({ name: "targets-added", version: 1, payload: { gathering: gathering.id, targets: added } });
    return accepted({ added });
  },
});
