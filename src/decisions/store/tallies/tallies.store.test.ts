import { expect, test } from "vitest";
import { openDecisionCast } from "../../../../testing/decision-cast.ts";
import { castBallot } from "../../commands/secret/cast-ballot.ts";
import { byPerson } from "../../../../testing/test-application.ts";
import { valueOf } from "../../../../testing/community-cast.ts";
import { talliesStep } from "../migrations/0130-tallies.ts";
import { answeredSoFar, ballotsSoFar } from "./tallies.read.ts";

test("a server that is brought up to date has the tallies of what was answered before", async () => {
  const cast = await openDecisionCast();
  try {
    const [ada, grace] = [await cast.person("Ada"), await cast.person("Grace")];
    const communityId = await cast.community(ada);
    await cast.join(communityId, grace);
    const open = await cast.proposal(ada, communityId);
    for (const person of [ada, grace]) valueOf(await cast.answer(person, open, { choice: 0 }));
    const secret = await cast.proposal(ada, communityId, { secrecy: "secret" });
    const ballot = { ...secret, ballot: { choice: 0 }, code: "1".repeat(32) };
    valueOf(await cast.application.execute(castBallot, ballot, byPerson(ada)));
    const { read, database } = cast.application;
    await database.write(async (transaction) => {
      for (const table of ["ballot_counts", "answer_counts"]) await transaction.schema.dropTable(table).execute();
      await talliesStep.up(transaction, database.engine);
    });
    expect(await ballotsSoFar(read, open.proposalId)).toEqual([{ ballot: { choice: 0 }, count: 2 }]);
    expect(await answeredSoFar(read, open.proposalId)).toMatchObject({ answered: 2 });
    expect(await answeredSoFar(read, secret.proposalId)).toMatchObject({ answered: 1 });
  } finally {
    await cast.close();
  }
});
