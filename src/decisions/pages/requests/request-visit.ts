import type { Application } from "../../../kernel/application.ts";
import { showNotFound } from "../../../ui/refusal-page.tsx";
import type { PageContext } from "../../../ui/request.ts";
import { requestById, type CommentRequest } from "../../store/requests/requests.read.ts";
import { threadById } from "../../store/threads/threads.read.ts";
import { withThread, type ThreadVisit } from "../visit.ts";

/** A visit of one request for comments. */
export interface RequestVisit extends ThreadVisit {
  readonly request: CommentRequest;
  /** Whether the reader may write and move it. */
  readonly tends: boolean;
}

/** Handles a route with the parameter `request`; one in a thread among members is shown to members alone. */
export function visitingRequest(
  application: Application,
  answer: (visit: RequestVisit) => Response | Promise<Response>,
) {
  return async (c: PageContext): Promise<Response> => {
    const request = await requestById(application.read, c.req.param("request") ?? "");
    const thread = request === undefined ? undefined : await threadById(application.read, request.threadId);
    if (request === undefined || thread === undefined) return showNotFound(c);
    return withThread(application, c, thread, (visit) => {
      const tends = visit.personId !== undefined && (visit.personId === request.authorId || visit.isSteward);
      return answer({ ...visit, request, tends });
    });
  };
}
