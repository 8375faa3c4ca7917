import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import type { Counted } from "../../methods/method.ts";
import { fewestPublished, type PublishedBallot } from "../../model/secret/secret-ballot.ts";
import type { Proposal } from "../../store/proposals/proposals.read.ts";
import { boxOf, sealedBallots } from "../../store/secret/secret.read.ts";
import { destroyBox, insertPublished, rewriteMarks } from "../../store/secret/secret.write.ts";
import { digestOfList, openBallot } from "./seals.ts";
import { sweepBoxesJob } from "./sweep-boxes.ts";

/** Ballots are read so many at a time. */
const BALLOTS_AT_ONCE = 2_000;

/**
 * Opens the box of a secret proposal that closes: gives its ballots to be counted, publishes their list unless they are few, and destroys
 * what could tell whose they were.
 */
export async function openBox(context: CommandContext, proposal: Proposal): Promise<readonly Counted<Json>[]> {
  const ballots = await ballotsInBox(context, proposal);
  const list = ballots.toSorted((one, other) => (one.digest < other.digest ? -1 : 1));
  if (list.length >= fewestPublished) {
    await insertPublished(context.db, proposal.id, list);
    const payload = { proposal: proposal.id, ballots: list.length, digest: digestOfList(list) };
    context.emit({ name: "ballots-published", version: 1, payload });
  }
  await forgetBox(context, proposal);
  return list.map(({ ballot }) => ({ ballot, count: 1 }));
}

/** Destroys what a box holds, uncounted where it was not opened: nobody learns any more what was in it. */
export async function forgetBox(context: CommandContext, proposal: Proposal): Promise<void> {
  await destroyBox(context.db, proposal.id);
  await rewriteMarks(context.db, proposal.id);
  await context.schedule({ kind: sweepBoxesJob, key: proposal.id, due: context.now, payload: {} });
}

async function ballotsInBox(context: CommandContext, proposal: Proposal): Promise<readonly PublishedBallot[]> {
  const key = (await boxOf(context.db, proposal.id))?.key;
  if (key === undefined) throw new Error(`the secret proposal ${proposal.id} has no key`);
  const opened: PublishedBallot[] = [];
  let after = "";
  for (;;) {
    const rows = await sealedBallots(context.db, proposal.id, { after, limit: BALLOTS_AT_ONCE });
    opened.push(...rows.map(({ sealed }) => openBallot(key, sealed)));
    after = rows.at(-1)?.finder ?? "";
    if (rows.length < BALLOTS_AT_ONCE) return opened;
  }
}
