import type { Application } from "../../../kernel/application.ts";
import type { By } from "../../../kernel/commands/execute.ts";
import type { DescribedEntry } from "../../model/entry.ts";
import type { Look, LookManner } from "../../model/look-up/look.ts";
import type { Looking } from "../../model/look-up/looking.ts";
import type { ContactNow } from "../../model/verification/proofs.ts";
import { recordLook } from "./record-look.ts";

/** What looking at a listed place needs. */
export interface LookTask {
  readonly application: Application;
  readonly looking: Looking;
  readonly entry: DescribedEntry;
  readonly host: string;
  /** Who asked for it, where somebody did. */
  readonly personId?: string;
}

/** Looks at a place and has written down what was seen; `by` is the program. Nothing is held while other servers are waited for. */
export async function lookAndRecord(task: LookTask, manner: LookManner, by: By) {
  const { application, looking, entry, host, personId } = task;
  const look = await looking.lookAt(host, manner, personId);
  if (typeof look === "string") return look;
  const hasAnswered = entry.proofs.some(({ kind, state }) => kind === "account" && state !== "asked");
  const contact = hasAnswered ? await looking.contactOf(host, look) : "no-answer";
  return application.execute(recordLook, { entryId: entry.id, manner, ...seenIn(look, contact) }, by);
}

function seenIn({ outcome, facts, leadsTo, shown, sawAllWays }: Look, contact: ContactNow) {
  const said = typeof contact === "string" ? contact : { ...contact, keyChangedAt: contact.keyChangedAt?.toString() };
  return { outcome, facts, leadsTo, shown, sawAllWays, contact: said };
}
