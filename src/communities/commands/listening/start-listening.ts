import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/community.ts";
import { normalHost } from "../../model/block.ts";
import { personUri } from "../../model/listener.ts";
import { blockLevelOf } from "../../store/blocks.read.ts";
import { communityById } from "../../store/communities.read.ts";
import { listenerByUri } from "../../store/listeners.read.ts";
import { upsertListener } from "../../store/listeners.write.ts";
import { actingPerson, type KeptOut, type NotFound, type SignInNeeded } from "../guards.ts";
import { communityIdField, personIdField } from "../fields.ts";

const input = z.object({
  /** The community whose actor it is, or to which it belongs. */
  communityId: communityIdField,
  /** The actor listened to: the community's own id, or that of one of its gatherings. */
  actorId: z.string().min(1),
  /** The listener's actor, or `personUri(…)` for somebody who listens from here. */
  uri: z.string().min(1).max(2_000),
  /** Left out, whoever acts. */
  personId: personIdField.optional(),
  inbox: z.string().max(2_000).optional(),
  sharedInbox: z.string().max(2_000).optional(),
  handle: z.string().max(500).default(""),
  followId: z.string().max(2_000).optional(),
  /** For actors other than the community's: whether this listener waits for a steward's yes. */
  waits: z.boolean().default(false),
});
type StartListeningInput = Omit<z.output<typeof input>, "personId"> & { readonly personId: PersonId | undefined };
type Refusal = KeptOut | NotFound | SignInNeeded;

/**
 * Somebody listens to an actor from now on, or waits to be let in: to a closed community, or from a limited server.
 *
 * A Follow that comes again is answered again. Refuses with `kept-out`, `not-found`, and `sign-in-needed` for a visitor.
 */
export const startListening = defineCommand({
  name: "communities/start-listening",
  input,
  chain: ({ communityId }) => communityId,
  async authorise(context, { uri }): Promise<Refusal | undefined> {
    // By the web one listens as oneself; the inbox has proven who follows.
    if (context.origin.from !== "web") return undefined;
    const person = actingPerson(context);
    return person !== undefined && uri === personUri(person) ? undefined : { kind: "sign-in-needed" };
  },
  async run(context, given): Promise<Result<{ readonly waits: boolean }, Refusal>> {
    const request = { ...given, personId: given.personId ?? actingPerson(context) };
    const community = await communityById(context.db, request.communityId);
    if (community === undefined) return refused({ kind: "not-found" });
    const level = await blockLevelOf(context.db, community.id, { personId: request.personId, host: hostOf(request) });
    if (level === "block") return refused({ kind: "kept-out" });
    const before = await listenerByUri(context.db, request.actorId, request.uri);
    const closed = request.actorId === community.id ? community.approvesListeners : request.waits;
    const waits = before === undefined ? closed || level === "limit" : before.waits;
    if (before !== undefined && request.followId === undefined) return accepted({ waits });
    await keep(context, request, waits);
    return accepted({ waits });
  },
});

async function keep(context: CommandContext, request: StartListeningInput, waits: boolean): Promise<void> {
  const { communityId, actorId, uri, personId, inbox, sharedInbox, followId, handle } = request;
  const listener = { communityId, actorId, uri, personId, inbox, sharedInbox, followId, handle, waits };
  await upsertListener(context.db, { ...listener, host: hostOf(request) ?? "", since: context.now });
  context.emit({ name: "listening-started", version: 1, payload: { actorId, uri, followId: followId ?? null, waits } });
}

/** The host by which blocks are judged: that of the URI, which the signature proved, not one the sender tells of itself. */
function hostOf(request: StartListeningInput): string | undefined {
  return request.uri === (request.personId && personUri(request.personId)) ? undefined : normalHost(request.uri);
}
