import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { agendaOf } from "../../store/agenda/agendas.read.ts";
import { keepAgenda } from "../../store/agenda/agendas.write.ts";
import { blocksOf } from "../../store/agenda/blocks.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { openAgenda, type AgendaClosed } from "./editing.ts";

/**
 * Publishes the agenda as it stands: other servers are sent it as part of the gathering's events, once, and again only when it is
 * published again.
 *
 * Refuses what standing refuses, `agenda-closed`, `agenda-empty`, and `agenda-published-already` when nothing has changed since.
 */
export const publishAgenda = defineCommand({
  name: "gatherings/publish-agenda",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly version: number }, PublishRefusal>> {
    const open = await openAgenda(context, input);
    if (!open.ok) return open;
    const blocks = await blocksOf(context.db, open.value.id);
    if (blocks.length === 0) return refused({ kind: "agenda-empty" });
    const agenda = await agendaOf(context.db, open.value.id);
    const { version } = agenda;
    if (agenda.publishedVersion === version) return refused({ kind: "agenda-published-already" });
    const publishedBlocks = blocks.map(({ title, minutes }) => ({ title, minutes }));
    const published = { publishedVersion: version, publishedAt: context.now, publishedBlocks };
    await keepAgenda(context.db, open.value.id, { ...agenda, ...published });
    context.emit({ name: "agenda-published", version: 1, payload: { gathering: open.value.id, version } });
    return accepted({ version });
  },
});

export type PublishRefusal =
  | StandingRefusal
  | AgendaClosed
  | { readonly kind: "agenda-empty" }
  | { readonly kind: "agenda-published-already" };
