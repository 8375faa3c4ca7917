import { StorageFailure } from "../../../kernel/database/database.ts";
import { newToken } from "../../../kernel/secrets/token.ts";
import { untouchedForm, type FormState } from "../../../ui/form-state.ts";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { refusalStatus } from "../../../ui/refusal-status.ts";
import type { AnyRefusal } from "../../../kernel/base/result.ts";
import type { PageContext } from "../../../ui/request.ts";
import { seeElsewhere } from "../../commands/elsewhere/see-elsewhere.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { signInFirst } from "../sign-in-path.ts";
import { ContactPage } from "./contact-page.tsx";
import { ElsewherePage } from "./elsewhere-page.tsx";
import { readElsewhere, type ElsewhereView } from "./elsewhere-view.ts";
import { OpeningPage } from "./opening-page.tsx";

/** `GET /me/elsewhere`: what came from other servers; or, for who takes part nowhere else yet, how to begin. */
export async function showElsewhere(c: PageContext, services: AccountPageServices): Promise<Response> {
  return elsewherePage(c, services, untouchedForm(c.var.t));
}

/** `GET /me/elsewhere/actors/:contact`: what passed between the reader and one actor. */
export async function showContact(c: PageContext, services: AccountPageServices): Promise<Response> {
  return contactPage(c, services, c.req.param("contact") ?? "", untouchedForm(c.var.t));
}

/** The page with everything, and its forms as they stand. */
export async function elsewherePage(
  c: PageContext,
  services: AccountPageServices,
  form: FormState,
  refusal?: AnyRefusal,
): Promise<Response> {
  if (c.var.reader.person === undefined) return signInFirst(c);
  const status = refusal === undefined ? 200 : refusalStatus(refusal);
  const view = await readElsewhere(c, services);
  if (view !== undefined) {
    const answer = await c.html(<ElsewherePage view={view} form={form} />, status);
    await noteSeen(c, services, view);
    return answer;
  }
  if (services.findActor === undefined) return refusalPage(c, { kind: "not-found" });
  return c.html(<OpeningPage c={c} form={form} />, status);
}

/** The page of one actor, and its forms as they stand. */
export async function contactPage(
  c: PageContext,
  services: AccountPageServices,
  contactId: string,
  form: FormState,
  refusal?: AnyRefusal,
): Promise<Response> {
  if (c.var.reader.person === undefined) return signInFirst(c);
  const view = await readElsewhere(c, services, contactId);
  const contact = view?.contacts.find(({ id }) => id === contactId);
  if (view === undefined || contact === undefined) return refusalPage(c, { kind: "not-found" });
  const status = refusal === undefined ? 200 : refusalStatus(refusal);
  return c.html(<ContactPage view={view} contact={contact} form={form} />, status);
}

/** What was shown as new is not new the next time; a disk that is full must not keep anybody from reading. */
async function noteSeen(c: PageContext, { application }: AccountPageServices, view: ElsewhereView): Promise<void> {
  const personId = c.var.reader.person?.id;
  const isNewer = view.exchanges.some(({ utterances }) =>
    utterances.some(({ by, at }) => by === "them" && Temporal.Instant.compare(at, view.actor.seenAt) > 0),
  );
  if (!isNewer || personId === undefined) return;
  const by = { actor: { kind: "person", personId }, origin: { from: "web", key: newToken() } } as const;
  try {
    await application.execute(seeElsewhere, {}, by);
  } catch (cause) {
    if (!(cause instanceof StorageFailure)) throw cause;
  }
}
