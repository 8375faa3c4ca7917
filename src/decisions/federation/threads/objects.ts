import { OrderedCollection, OrderedCollectionPage } from "@fedify/vocab";
import type { ActivityDocument, ObjectRoute } from "../../../kernel/federation/outgoing.ts";
import { composedContext, composedContextPage } from "./composed-context.ts";

/** A thread as a conversation, for servers that want to show all of it. */
export const threadObjects: readonly ObjectRoute[] = [
  {
    type: OrderedCollection,
    path: "/threads/{thread}/context",
    load: async (application, { thread = "" }) => whole(await composedContext(application, thread)),
  },
  {
    type: OrderedCollectionPage,
    path: "/threads/{thread}/context/{page}",
    load: async (application, { thread = "", page = "" }) =>
      whole(await composedContextPage(application, thread, page)),
  },
];

function whole(document: ActivityDocument | undefined): ActivityDocument | undefined {
  return document && { "@context": "https://www.w3.org/ns/activitystreams", ...document };
}
