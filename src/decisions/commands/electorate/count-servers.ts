import { describePeople } from "../../../accounts/index.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { answerersOf } from "../../store/electorate/challenges.read.ts";
import { writeAnswered } from "../../store/electorate/electorates.write.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { markedPeople } from "../../store/secret/secret.read.ts";

const PEOPLE_AT_ONCE = 2_000;

/** Writes down how many of those who answered live on which server, openly or in secret; once it is counted. */
export async function countServers(context: CommandContext, proposal: Proposal): Promise<void> {
  const answered = new Map<string, number>();
  const answering = proposal.secrecy === "secret" ? markedPeople : answerersOf;
  let after = "";
  for (;;) {
    const people = await answering(context.db, proposal.id, { after, limit: PEOPLE_AT_ONCE });
    const described = await describePeople(context.db, people);
    for (const person of people) {
      const host = described.get(person)?.host ?? "";
      answered.set(host, (answered.get(host) ?? 0) + 1);
    }
    after = people.at(-1) ?? "";
    if (people.length < PEOPLE_AT_ONCE) break;
  }
  await writeAnswered(context.db, proposal.id, answered);
}
