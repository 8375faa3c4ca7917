import { Note } from "@fedify/vocab";
import { pollContext } from "../../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument, ObjectRoute } from "../../../kernel/federation/outgoing.ts";
import { composedOutcome } from "../composed-outcome.ts";
import { composedAddedOptions, composedChange } from "./composed-change.ts";

/** What is told of the life of a proposal, each at its own address. */
export const lifecycleObjects: readonly ObjectRoute[] = [
  {
    type: Note,
    path: "/proposals/{proposal}/outcome/{count}",
    load: async (application, { proposal = "", count = "" }) =>
      /^[1-9]\d{0,2}$/.test(count) ? whole(await composedOutcome(application, proposal, Number(count))) : undefined,
  },
  {
    type: Note,
    path: "/proposals/{proposal}/changes/{change}",
    load: async (application, { proposal = "", change = "" }) =>
      /^\d{1,3}$/.test(change) ? whole(await composedChange(application, proposal, Number(change))) : undefined,
  },
  {
    type: Note,
    path: "/proposals/{proposal}/added-options",
    load: async (application, { proposal = "" }) => whole(await composedAddedOptions(application, proposal)),
  },
];

function whole(document: ActivityDocument | undefined): ActivityDocument | undefined {
  return document && { "@context": pollContext, ...document };
}
