import { z } from "zod";
import { openThread } from "../../../decisions/index.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { languages } from "../../../kernel/i18n/language.ts";
import { contestedValue, isAbout } from "../../model/contests/contest.ts";
import { fieldNames } from "../../model/entry-fields.ts";
import { insertContest } from "../../store/contests/contests.write.ts";
import { entryById } from "../../store/entries.read.ts";
import { noteChanges } from "../../store/open-data/changes.write.ts";
import { mustBeSomebody } from "../directory-guards.ts";
import { openContests } from "./open-contests.ts";

/** Most characters of why somebody disagrees, and of the title of the thread and all its first post. */
export const contestLengths = { why: 4_000, title: 160, text: 6_000 } as const;

/**
 * Somebody disagrees with what stands in a field of an entry, and opens a thread about it that everybody can read, in a community they belong to. Nothing
 * changes in the entry but that it says so.
 *
 * Refuses `not-found`, also where nothing stands in the field; `contested-already` while it is talked over in the same community; `only-members`; and
 * `sign-in-needed`.
 */
export const contestField = defineCommand({
  name: "directory/contest-field",
  input: z.object({
    entryId: z.string().min(1).max(64),
    communityId: z.string().min(1).max(64),
    field: z.enum(fieldNames),
    why: z.string().trim().min(1).max(contestLengths.why),
    title: z.string().trim().min(1).max(contestLengths.title),
    /** What follows upon why: what is contested, of which place, and where that stands. */
    about: z
      .string()
      .trim()
      .min(1)
      .max(contestLengths.text - contestLengths.why),
    language: z.enum(languages),
  }),
  // The thread's own: what happens in a community stands in its chain.
  chain: ({ communityId }) => communityId,
  authorise: mustBeSomebody,
  async run(context, input): Promise<Result<{ readonly threadId: string }, AnyRefusal>> {
    const { communityId, field, title, language } = input;
    const entry = await entryById(context.db, input.entryId);
    const claim = entry?.fields[field]?.claim;
    if (entry === undefined || claim === undefined) return refused({ kind: "not-found" });
    const open = await openContests(context.db, entry.id);
    if (open.some((contest) => contest.thread.communityId === communityId && isAbout(contest, claim))) {
      return refused({ kind: "contested-already" });
    }
    const text = `${input.why}\n\n${input.about}`;
    const opened = await context.execute(openThread, { communityId, title, text, language, audience: "everyone" });
    if (!opened.ok) return opened;
    const { threadId } = opened.value;
    await insertContest(context.db, entry.id, { threadId, field, value: contestedValue(claim) });
    await noteChanges(context.db, [{ kind: "contested", entryId: entry.id, field, threadId }], context.now);
    context.emit({ name: "directory-field-contested", version: 1, payload: { entryId: entry.id, field, threadId } });
    return accepted({ threadId });
  },
});
