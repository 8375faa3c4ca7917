import { z } from "zod";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { bounds } from "../../model/elsewhere/bounds.ts";
import { limits } from "../../model/limits.ts";
import type { Contact } from "../../store/elsewhere/contacts.read.ts";
import { setShutOut } from "../../store/elsewhere/contacts.write.ts";
import { keepSaid } from "../../store/elsewhere/said.write.ts";
import { isActorRefused } from "../../store/refused-actors.read.ts";
import { actingPerson } from "../acting-person.ts";
import { withinLimits } from "../sign-in/within-limits.ts";
import { removeInTime } from "./tidy-elsewhere.ts";

/** What somebody writes to an actor elsewhere. */
export const wordsField = z.string().trim().min(1).max(5_000);

/** Why words are not sent. */
export type NotSaid = { readonly kind: "too-many" | "contact-host-blocked" };

/** Keeps what a person's actor says to one actor elsewhere, to be sent to that one alone; gives its id. */
export async function say(
  context: CommandContext,
  actorId: string,
  contact: Pick<Contact, "id" | "uri" | "host" | "isShutOut">,
  words: { readonly text: string; readonly inReplyTo: string | null },
): Promise<Result<{ readonly saidId: string }, NotSaid>> {
  if (await isActorRefused(context.db, contact)) return refused({ kind: "contact-host-blocked" });
  const tries = [{ limit: limits.wordsElsewhereOfPerson, of: actingPerson(context) }];
  if (!(await withinLimits(context, tries))) return refused({ kind: "too-many" });
  if (contact.isShutOut) await setShutOut(context.db, contact.id, undefined);
  const saidId = context.ids.next<"said">();
  const said = { id: saidId, actor: actorId, contactId: contact.id, ...words, at: context.now };
  await keepSaid(context.db, said, bounds.said);
  await removeInTime(context);
  context.emit({ name: "said-elsewhere", version: 1, payload: { actorId, saidId } });
  return accepted({ saidId });
}
