import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand, type CommandContext } from "../../../kernel/commands/command.ts";
import type { PersonId } from "../../model/gathering.ts";
import type { Gathering } from "../../store/gatherings.read.ts";
import { agendaOf } from "../../store/agenda/agendas.read.ts";
import { keepConsent } from "../../store/agenda/consents.write.ts";
import { rsvpsOfPerson } from "../../store/sessions.read.ts";
import { communityInput, gatheringInput } from "../inputs.ts";
import { scheduleDeletion } from "../questions/deletion-job.ts";
import { actingPerson, mayOrganise, mayTakePart, type StandingRefusal } from "../standing.ts";
import { openAgenda, type AgendaClosed } from "./editing.ts";

export type AnswerConsentRefusal =
  | StandingRefusal
  | AgendaClosed
  | { readonly kind: "consent-not-asked" }
  | { readonly kind: "agenda-moved-on" }
  | { readonly kind: "only-who-comes" }
  | { readonly kind: "objection-needs-reason" };

/**
 * Consents to the agenda, or objects with a reason; the last word on a version counts. For those who come, and those who organise.
 *
 * Refuses what standing refuses, `agenda-closed`, `consent-not-asked`, `agenda-moved-on` when the version read is not the present one,
 * `only-who-comes`, and `objection-needs-reason`.
 */
export const answerAgendaConsent = defineCommand({
  name: "gatherings/answer-agenda-consent",
  input: z.object({
    communityId: communityInput,
    gatheringId: gatheringInput,
    /** The version that was read; 0, as in a reply, for the one that is asked about. */
    version: z.coerce.number().int().min(0).default(0),
    answer: z.enum(["consent", "objection"]),
    reason: z.string().trim().max(2000).default(""),
  }),
  chain: (input) => input.communityId,
  authorise: mayTakePart,
  async run(context, input): Promise<Result<{ readonly version: number }, AnswerConsentRefusal>> {
    const person = actingPerson(context);
    if (person === undefined) return refused({ kind: "sign-in-needed" });
    const open = await openAgenda(context, input);
    if (!open.ok) return open;
    const gathering = open.value;
    const { version, askedVersion } = await agendaOf(context.db, gathering.id);
    if (askedVersion === undefined) return refused({ kind: "consent-not-asked" });
    const read = input.version === 0 ? askedVersion : input.version;
    if (askedVersion !== version || read !== version) return refused({ kind: "agenda-moved-on" });
    if (!(await isThere(context, gathering, person))) return refused({ kind: "only-who-comes" });
    const { answer } = input;
    const reason = answer === "objection" ? input.reason : "";
    if (answer === "objection" && reason === "") return refused({ kind: "objection-needs-reason" });
    await keepConsent(context.db, gathering.id, { version, personId: person, answer, reason }, context.now);
    if (reason !== "") await scheduleDeletion(context, input);
    context.emit({
      name: "agenda-consent-answered",
      version: 1,
      payload: { gathering: gathering.id, version, person, answer, via: context.origin.from },
    });
    return accepted({ version });
  },
});

async function isThere(context: CommandContext, gathering: Gathering, person: PersonId): Promise<boolean> {
  const rsvps = await rsvpsOfPerson(context.db, gathering.id, person);
  if ([...rsvps.values()].some(({ answer, standing }) => answer === "going" && standing === "confirmed")) return true;
  const about = { communityId: gathering.communityId, gatheringId: gathering.id };
  return (await mayOrganise(context, about)) === undefined;
}
