import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServedDocuments } from "./served-documents.ts";
import { wantsActivity } from "./wants-activity.ts";

/**
 * Answers a GET for a document that is remembered straight from Node's server: the objects of fetch would cost more than the rest.
 * False, with nothing done, leaves it to the next.
 */
export function serveAtOnce(
  documents: Pick<ServedDocuments, "remembered">,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): boolean {
  const { method, url: target = "", headers } = incoming;
  if (method !== "GET" || !wantsActivity(headers.accept)) return false;
  const answer = documents.remembered(target, headers["if-none-match"]);
  if (answer === undefined) return false;
  outgoing.writeHead(answer.status, answer.headers).end(answer.body);
  return true;
}
