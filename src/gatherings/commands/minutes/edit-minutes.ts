import { z } from "zod";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { languages } from "../../../kernel/i18n/language.ts";
import { minutesBounds } from "../../model/minutes/minutes.ts";
import { keepMinutes } from "../../store/minutes/minutes.write.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { draftAtHand, type MinutesPublished, type NotHeldYet } from "./minutes-guards.ts";

/**
 * Chooses the languages that the minutes come out in, and writes a foreword in each. All else composes itself.
 *
 * Refuses what standing refuses, `not-held-yet` and `minutes-published`.
 */
export const editMinutes = defineCommand({
  name: "gatherings/edit-minutes",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    languages: z.array(z.enum(languages)).min(1).max(languages.length),
    forewords: z.partialRecord(z.enum(languages), z.string().trim().max(minutesBounds.foreword)),
  }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(
    context,
    input,
  ): Promise<Result<{ readonly edited: true }, StandingRefusal | NotHeldYet | MinutesPublished>> {
    const open = await draftAtHand(context, input);
    if (!open.ok) return open;
    const { gathering, minutes } = open.value;
    const written = Object.entries(input.forewords).filter(([, text]) => text !== "");
    const edited = { ...minutes, languages: [...new Set(input.languages)], forewords: Object.fromEntries(written) };
    await keepMinutes(context.db, gathering.id, edited);
    context.emit({ name: "minutes-edited", version: 1, payload: { gathering: gathering.id } });
    return accepted({ edited: true });
  },
});
