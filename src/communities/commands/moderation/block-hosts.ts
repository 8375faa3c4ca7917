import { z } from "zod";
import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import { hostsCovering, normalHost } from "../../model/block.ts";
import type { CommunityId } from "../../model/community.ts";
import { listenerHosts, personsListeningFrom } from "../../store/listeners.read.ts";
import { deleteListenersOfHost } from "../../store/listeners.write.ts";
import { membersAmong } from "../../store/members.read.ts";
import { upsertBlock } from "../../store/moderation.write.ts";
import { communityIdField, reasonField } from "../fields.ts";
import { actingPerson, requireSteward, type OnlyStewards, type SignInNeeded } from "../guards.ts";

/** One of the hosts is this server itself. */
export interface OwnHost extends AnyRefusal {
  readonly kind: "own-host";
  readonly field: "host";
}

type Refusal = OnlyStewards | OwnHost | SignInNeeded;

const hostField = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .transform((typed, context) => {
    const host = normalHost(typed);
    if (host !== undefined) return host;
    context.addIssue({ code: "custom", message: "not-a-host", input: typed });
    return z.NEVER;
  });

/**
 * A steward keeps whole servers out, their subdomains too, with the reason on record: nobody there listens or joins any more.
 * Members from there keep their standing and go on listening.
 */
export const blockHosts = defineCommand({
  name: "communities/block-hosts",
  input: z.object({
    communityId: communityIdField,
    blocks: z
      .array(z.object({ host: hostField, level: z.enum(["limit", "block"]) }))
      .min(1)
      .max(2_000),
    reason: reasonField,
  }),
  chain: ({ communityId }) => communityId,
  authorise: (context, input): Promise<Refusal | undefined> => requireSteward(context, input),
  async run(context, { communityId, blocks, reason }): Promise<Result<{ readonly count: number }, Refusal>> {
    const decidedBy = actingPerson(context);
    if (decidedBy === undefined) return refused({ kind: "sign-in-needed" });
    for (const { host, level } of blocks) {
      const block = { communityId, kind: "host", subject: host, level, reason } as const;
      await upsertBlock(context.db, { ...block, decidedBy, decidedAt: context.now });
    }
    const shut = new Set(blocks.flatMap(({ host, level }) => (level === "block" ? [host] : [])));
    const silenced = await silence(context, communityId, shut);
    context.emit({ name: "hosts-blocked", version: 1, payload: { communityId, blocks, reason, silenced } });
    return accepted({ count: blocks.length });
  },
});

/** @returns how many listen no more */
async function silence(context: CommandContext, communityId: CommunityId, shut: ReadonlySet<string>): Promise<number> {
  let silenced = 0;
  for (const host of await listenerHosts(context.db, communityId)) {
    if (!hostsCovering(host).some((above) => shut.has(above))) continue;
    const people = await personsListeningFrom(context.db, communityId, host);
    const keep = await membersAmong(context.db, communityId, people);
    silenced += await deleteListenersOfHost(context.db, communityId, host, keep);
  }
  return silenced;
}
