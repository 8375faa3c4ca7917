import type { Application } from "../../../kernel/application.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { consentById, type Consent } from "../../store/consent/consents.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { withThread, type ThreadVisit } from "../visit.ts";

/** A request about one consent process. */
export interface ConsentVisit extends ThreadVisit {
  readonly consent: Consent;
}

/** Handles a route with the parameter `consent`; one in a thread among members is shown to members alone. */
export function visitingConsent(
  application: Application,
  answer: (visit: ConsentVisit) => Response | Promise<Response>,
) {
  return async (c: PageContext): Promise<Response> => {
    const consent = await consentById(application.read, c.req.param("consent") ?? "");
    const thread = consent === undefined ? undefined : await threadById(application.read, consent.threadId);
    if (consent === undefined || thread === undefined) return showNotFound(c);
    return withThread(application, c, thread, (visit) => answer({ ...visit, consent }));
  };
}

export function consentPath(consent: { readonly id: string }): string {
  return `/consents/${consent.id}`;
}
