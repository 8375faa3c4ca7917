import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { templateById } from "../../store/lifecycle/templates.read.ts";
import { deleteTemplate } from "../../store/lifecycle/templates.write.ts";
import { communityInput, idInput } from "../inputs.ts";
import type { StandingRefusal } from "../standing.ts";
import { mustBeSteward } from "./keep-template.ts";

/** Removes a template of a community; proposals put from it stay what they are. Refuses `only-stewards` and `not-found`. */
export const removeTemplate = defineCommand({
  name: "decisions/remove-template",
  input: z.object({ communityId: communityInput, templateId: idInput }),
  chain: (input) => input.communityId,
  authorise: mustBeSteward,
  async run(
    context,
    { communityId, templateId },
  ): Promise<Result<Record<string, never>, StandingRefusal | { readonly kind: "only-stewards" }>> {
    const template = await templateById(context.db, communityId, templateId);
    if (template === undefined) return refused({ kind: "not-found" });
    await deleteTemplate(context.db, communityId, templateId);
    context.emit({ name: "template-removed", version: 1, payload: { template: templateId } });
    return accepted({});
  },
});
