import type { Database } from "../../../kernel/database/database.ts";
import { consentById, versionOf } from "../consent/consents.read.ts";
import { requestById, requestVersion } from "../requests/requests.read.ts";
import { threadById } from "../threads/threads.read.ts";
import { changeText, enterText } from "./search.write.ts";
import { searchTables } from "./search.tables.ts";

/** Lets a request for comments be found by its newest words, by whoever may read its thread. */
export async function letRequestBeFound(db: Database, requestId: string): Promise<void> {
  const request = await requestById(db, requestId);
  if (request === undefined) return;
  const words = await requestVersion(db, requestId, request.version);
  await keepText(db, request, { kind: "request", text: `${request.title}\n${words?.text ?? ""}` });
}

/** Lets a consent process be found by its need and its newest words, by whoever may read its thread. Not before it left its author's hands. */
export async function letConsentBeFound(db: Database, consentId: string): Promise<void> {
  const consent = await consentById(db, consentId);
  if (consent === undefined || consent.state === "draft") return;
  const words = await versionOf(db, consentId, consent.version);
  const text = `${words?.title ?? consent.title}\n${words?.text ?? ""}\n${consent.need}`;
  await keepText(db, consent, { kind: "consent", text });
}

async function keepText(
  db: Database,
  of: { readonly id: string; readonly threadId: string },
  { kind, text }: { readonly kind: "request" | "consent"; readonly text: string },
): Promise<void> {
  const known = await searchTables(db)
    .selectFrom("decision_texts")
    .select("number")
    .where("about", "=", of.id)
    .executeTakeFirst();
  if (known !== undefined) return changeText(db, of.id, text);
  const thread = await threadById(db, of.threadId);
  if (thread !== undefined) await enterText(db, { ...thread, about: of.id, kind, text });
}
