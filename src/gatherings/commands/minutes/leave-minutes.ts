import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { minutesOf, nameAnswerOf } from "../../store/minutes/minutes.read.ts";
import { minutesStanding } from "../../model/minutes/minutes.ts";
import { keepNameAnswer } from "../../store/minutes/minutes.write.ts";
import { publishedChanged } from "./minutes-guards.ts";

/** Takes the name of somebody who leaves out of a gathering's minutes, and tells other servers where it was published. */
export async function leaveMinutes(context: CommandContext, gathering: Gathering, personId: string): Promise<void> {
  if ((await nameAnswerOf(context.db, gathering.id, personId)) !== "named") return;
  const said = { gatheringId: gathering.id, personId, answer: "not-named" } as const;
  await keepNameAnswer(context.db, said, context.now);
  const minutes = await minutesOf(context.db, gathering.id);
  const standing = minutesStanding(minutes, gathering.state, context.now);
  await publishedChanged(context, { gathering, minutes, standing });
}
