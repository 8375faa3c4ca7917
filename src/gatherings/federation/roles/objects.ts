import { Note } from "@fedify/vocab";
import type { ObjectRoute } from "../../../kernel/federation/outgoing.ts";
import { context } from "../documents.ts";
import { composedCall } from "./composed-call.ts";

/** The posts by which gatherings ask for helpers. */
export const roleObjects: readonly ObjectRoute[] = [
  {
    type: Note,
    path: "/gatherings/{gathering}/helpers/{call}",
    load: async (application, { gathering = "", call = "" }) => {
      const note = await composedCall(application, gathering, call);
      return note === undefined ? undefined : { "@context": context, ...note };
    },
  },
];
