import type { Application } from "../../../kernel/application.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { decisionById, type AdoptedDecision } from "../../store/consent/adopted.read.ts";
import { consentById } from "../../store/consent/consents.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import type { ConsentVisit } from "../consent/consent-visit.ts";
import { withThread } from "../visit.ts";

/** A request about one decision, with the process that made it or keeps it. */
export interface DecisionVisit extends ConsentVisit {
  readonly decision: AdoptedDecision;
}

/** Handles a route with the parameter `decision`; one made in a thread among members is shown to members alone. */
export function visitingDecision(
  application: Application,
  answer: (visit: DecisionVisit) => Response | Promise<Response>,
) {
  return async (c: PageContext): Promise<Response> => {
    const { read } = application;
    const decision = await decisionById(read, c.req.param("decision") ?? "");
    const consent = decision === undefined ? undefined : await consentById(read, decision.consentId);
    const thread = decision === undefined ? undefined : await threadById(read, decision.threadId);
    if (decision === undefined || consent === undefined || thread === undefined) return showNotFound(c);
    return withThread(application, c, thread, (visit) => answer({ ...visit, consent, decision }));
  };
}
