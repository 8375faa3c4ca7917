import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { JobDefinition } from "../../../kernel/jobs/job.ts";
import { longListById, partOfList } from "../../store/long-lists/long-lists.read.ts";
import { endLongList, endPart } from "../../store/long-lists/long-lists.write.ts";
import { mustBeTheProgram, type DirectoryRefusal } from "../directory-guards.ts";
import { partJob } from "./begin-long-list.ts";
import { takeOverPlaces } from "./take-over-places.ts";

/** A part of a long list is taken over, once, and the one after it is due; the last one ends the list. */
const takeOverPart = defineCommand({
  name: "directory/take-over-part",
  input: z.object({ listId: z.string().min(1).max(64), part: z.int().min(0), isWhole: z.boolean() }),
  chain: () => serverChain,
  authorise: mustBeTheProgram,
  async run(context, { listId, part, isWhole }): Promise<Result<null, DirectoryRefusal>> {
    const { db, now } = context;
    const list = await longListById(db, listId);
    const places = await partOfList(db, listId, part);
    if (list === undefined || places === undefined) return accepted(null);
    const { added, optedOut } = await takeOverPlaces(context, {
      places,
      list: list.name,
      looksAfter: list.added,
      isWhole,
    });
    await endPart(db, { listId, part, taken: places.length, added, optedOut });
    const taken = list.taken + places.length;
    if (taken < list.places) {
      await context.schedule({ kind: partJob, key: listId, due: now, payload: { part: part + 1, isWhole } });
      return accepted(null);
    }
    await endLongList(db, listId, now);
    const counts = { added: list.added + added, optedOut: list.optedOut + optedOut, passedOver: list.passedOver };
    const known = taken - counts.added - counts.optedOut;
    context.emit({ name: "directory-list-taken-over", version: 1, payload: { ...counts, known, from: "given" } });
    return accepted(null);
  },
});

const partDue = z.object({ part: z.int().min(0), isWhole: z.boolean() });

/** Takes over long lists part by part, each list one part after the other. */
export const takingOver: JobDefinition = {
  kind: partJob,
  lane: ({ key }) => `${partJob}:${key}`,
  async run(application, job) {
    const { part, isWhole } = partDue.parse(job.payload);
    // By the part: the next one may be due at the same instant, and is another act.
    const by = { actor: { kind: "clock" }, origin: { from: "clock", key: `${partJob}:${job.key}:${part}` } } as const;
    await application.execute(takeOverPart, { listId: job.key, part, isWhole }, by);
  },
};
