import { Article, Note } from "@fedify/vocab";
import { pollContext } from "../../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument, ObjectRoute } from "../../../kernel/federation/outgoing.ts";
import { composedMove, composedRequest } from "./composed-request.ts";

/** The objects of requests for comments, each served at its own address as it stands now. */
export const requestObjects: readonly ObjectRoute[] = [
  {
    type: Article,
    path: "/requests/{request}",
    load: async (application, { request = "" }) => whole(await composedRequest(application, request)),
  },
  {
    type: Note,
    path: "/requests/{request}/moves/{place}",
    load: async (application, { request = "", place = "" }) =>
      whole(/^\d{1,6}$/.test(place) ? await composedMove(application, request, Number(place)) : undefined),
  },
];

function whole(document: ActivityDocument | undefined): ActivityDocument | undefined {
  return document && { "@context": pollContext, ...document };
}
