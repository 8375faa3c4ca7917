import { membersOf } from "../../../communities/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { insertElectors } from "../../store/proposals/proposals.write.ts";

/** Members are put on the list so many at a time. */
const ELECTORS_AT_ONCE = 2_000;

/**
 * Writes down who may answer: every member as of now, with the reason, under the id of what they answer. Gives how many they are.
 */
export async function freezeElectorate(context: CommandContext, communityId: string, id: string): Promise<number> {
  let eligible = 0;
  let after = "";
  for (;;) {
    const members = await membersOf(context.db, communityId, { after, limit: ELECTORS_AT_ONCE });
    await insertElectors(
      context.db,
      id,
      members.map(({ personId }) => ({ personId, why: "member" })),
    );
    eligible += members.length;
    after = members.at(-1)?.personId ?? "";
    if (members.length < ELECTORS_AT_ONCE) return eligible;
  }
}
