import { Article } from "@fedify/vocab";
import { pollContext } from "../../../kernel/federation/documents/addressing.ts";
import type { ObjectRoute } from "../../../kernel/federation/outgoing.ts";
import { composedDecision } from "./composed-decision.ts";

/** Every decision the world may read, by whatever way it was made, at the address of its page. */
export const registerObjects: readonly ObjectRoute[] = [
  {
    type: Article,
    path: "/decisions/{decision}",
    load: async (application, { decision = "" }) => {
      const document = await composedDecision(application, decision);
      return document && { "@context": pollContext, ...document };
    },
  },
];
