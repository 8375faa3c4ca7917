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
 * Asks those who come whether they consent to the agenda as it stands. A later change makes a new version, for which it is asked anew.
 *
 * Refuses what standing refuses, `agenda-closed`, `no-date-yet`, `agenda-empty`, and `consent-asked-already` for the same version.
 */
export const askAgendaConsent = defineCommand({
  name: "gatherings/ask-agenda-consent",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly version: number }, AskRefusal>> {
    const open = await openAgenda(context, input);
    if (!open.ok) return open;
    const gathering = open.value;
    if (gathering.state !== "date-set") return refused({ kind: "no-date-yet" });
    if ((await blocksOf(context.db, gathering.id)).length === 0) return refused({ kind: "agenda-empty" });
    const agenda = await agendaOf(context.db, gathering.id);
    const { version } = agenda;
    if (agenda.askedVersion === version) return refused({ kind: "consent-asked-already" });
    await keepAgenda(context.db, gathering.id, { ...agenda, askedVersion: version });
    context.emit({ name: "agenda-consent-asked", version: 1, payload: { gathering: gathering.id, version } });
    return accepted({ version });
  },
});

export type AskRefusal =
  | StandingRefusal
  | AgendaClosed
  | { readonly kind: "no-date-yet" }
  | { readonly kind: "agenda-empty" }
  | { readonly kind: "consent-asked-already" };
