import { z } from "zod";
import { addTargets, boardOf, keptOffBoard } from "../../../gatherings/index.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { isLanguage } from "../../../kernel/i18n/language.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import { entryById } from "../../store/entries.read.ts";
import { mustBeSomebody } from "../directory-guards.ts";

/** So many places are put on a board at once. */
export const mostAtOnce = 100;

/**
 * Somebody puts places of the directory on the board of a gathering that they organise. Nobody is asked by this. Who is there already, has no server, is closed, said
 * that it never wants to be asked again, or whose server the community keeps out is passed over.
 *
 * Refuses `no-place-to-invite` where nobody is left, all that `addTargets` of gatherings refuses, and `sign-in-needed`.
 */
export const putOnBoard = defineCommand({
  name: "directory/put-on-board",
  input: z.object({
    communityId: z.string().min(1).max(64),
    gatheringId: z.string().min(1).max(64),
    entryIds: z.array(z.string().min(1).max(64)).max(mostAtOnce),
  }),
  // The gathering's own: what happens on its board stands in the chain of its community.
  chain: ({ communityId }) => communityId,
  authorise: mustBeSomebody,
  async run(context, { communityId, gatheringId, entryIds }): Promise<Result<{ readonly added: number }, AnyRefusal>> {
    const { db } = context;
    const entries: DescribedEntry[] = [];
    for (const id of new Set(entryIds)) {
      const entry = await entryById(db, id);
      if (entry !== undefined && mayInvite(entry)) entries.push(entry);
    }
    const hosts = entries.flatMap(({ domain }) => domain ?? []);
    const kept = await keptOffBoard(db, { communityId, board: await boardOf(db, gatheringId) }, hosts);
    const targets = entries.filter(({ domain }) => !kept.has(domain ?? "")).map(targetOf);
    if (targets.length > 0) return context.execute(addTargets, { communityId, gatheringId, targets });
    // Whether they may look at this board at all is the gathering's to say first.
    const tried = await context.execute(addTargets, { communityId, gatheringId, targets: [] });
    if (!tried.ok && tried.refusal.kind !== "no-target-read") return tried;
    return entries.length === 0 ? refused({ kind: "no-place-to-invite" }) : accepted({ added: 0 });
  },
});

/** Whether a place can be invited: it has a server, and that is not closed. */
export function mayInvite({ domain, fields }: DescribedEntry): boolean {
  return domain !== undefined && fields.lifecycle?.claim.value !== "closed";
}

/** A place as a board writes it down. */
function targetOf({ domain, name, fields }: DescribedEntry) {
  const languages = fields.languages?.claim.value ?? [];
  const size = fields.activeAccounts?.claim.value ?? fields.accounts?.claim.value;
  return {
    address: domain ?? "",
    name,
    language: languages.find(isLanguage) ?? null,
    country: fields.country?.claim.value.find((code) => code.length === 2) ?? "",
    software: fields.software?.claim.value[0] ?? "",
    size: size === undefined ? null : Number(size),
  };
}
