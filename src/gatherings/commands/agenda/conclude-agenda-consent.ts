import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { consentStanding } from "../../model/agenda/agenda.ts";
import { agendaOf } from "../../store/agenda/agendas.read.ts";
import { keepAgenda } from "../../store/agenda/agendas.write.ts";
import { consentCounts, objectionsTo } from "../../store/agenda/consents.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { mayOrganise, type StandingRefusal } from "../standing.ts";
import { openAgenda, type AgendaClosed } from "./editing.ts";

export type ConcludeRefusal =
  | StandingRefusal
  | AgendaClosed
  | { readonly kind: "consent-not-asked" }
  | { readonly kind: "objections-stand"; readonly objections: number }
  | { readonly kind: "nobody-consented" };

/**
 * States that the agenda is consented to, which holds for this version: somebody consents, and no objection to it remains. An objection
 * is worked in by changing the agenda and asking anew, or taken back by whoever made it. The log keeps version and numbers.
 *
 * Refuses what standing refuses, `agenda-closed`, `consent-not-asked`, `objections-stand` and `nobody-consented`.
 */
export const concludeAgendaConsent = defineCommand({
  name: "gatherings/conclude-agenda-consent",
  input: z.object({ communityId: communityInput, gatheringId: gatheringInput }),
  chain: (input) => input.communityId,
  authorise: mayOrganise,
  async run(context, input): Promise<Result<{ readonly consents: number }, ConcludeRefusal>> {
    const open = await openAgenda(context, input);
    if (!open.ok) return open;
    const gathering = open.value;
    const agenda = await agendaOf(context.db, gathering.id);
    const { version } = agenda;
    if (consentStanding(agenda) !== "asked") return refused({ kind: "consent-not-asked" });
    const { consents, objections } = await consentCounts(context.db, gathering.id, version);
    if (objections > 0) return refused({ kind: "objections-stand", objections });
    if (consents === 0) return refused({ kind: "nobody-consented" });
    const workedIn = (await objectionsTo(context.db, gathering.id)).length;
    await keepAgenda(context.db, gathering.id, {
      ...agenda,
      consentedVersion: version,
      consentedAt: context.now,
      consents,
    });
    context.emit({
      name: "agenda-consented",
      version: 1,
      payload: { gathering: gathering.id, version, consents, objectionsWorkedIn: workedIn },
    });
    return accepted({ consents });
  },
});
