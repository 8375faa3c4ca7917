import { Note, Question } from "@fedify/vocab";
import { contactOf } from "../../../accounts/index.ts";
import type { Application } from "../../../kernel/application.ts";
import { pollContext } from "../../../kernel/federation/documents/addressing.ts";
import type { ActivityDocument, ObjectRoute } from "../../../kernel/federation/outgoing.ts";
import { roundKinds, type RoundKind } from "../../model/consent/rounds.ts";
import { composedEnding } from "./composed-ending.ts";
import { composedRound } from "./composed-round.ts";
import { copiedRound } from "./copied-round.ts";

/** The objects of consent processes: what asks in each round, the copies of it, and what came of it. */
export const consentObjects: readonly ObjectRoute[] = [
  ...roundKinds.flatMap(roundRoutes),
  {
    type: Note,
    path: "/consents/{consent}/outcome",
    load: async (application, { consent = "" }) => whole(await composedEnding(application, consent)),
  },
];

function roundRoutes(kind: RoundKind): readonly ObjectRoute[] {
  const type = kind === "consent" || kind === "review" ? Question : Note;
  const path = `/consents/{consent}/rounds/${kind}/{number}`;
  return [
    {
      type,
      path,
      load: async (application, { consent = "", number = "" }) =>
        whole(await composedRound(application, { consentId: consent, kind, number: numberIn(number) }, undefined)),
    },
    {
      type,
      path: `${path}/for/{person}`,
      load: async (application, { consent = "", number = "", person = "" }, requester) => {
        if (!(await isRequester(application, person, requester))) return undefined;
        return whole(await copiedRound(application, { consentId: consent, kind, number: numberIn(number) }, person));
      },
    },
  ];
}

function numberIn(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

function whole(document: ActivityDocument | undefined): ActivityDocument | undefined {
  return document && { "@context": pollContext, ...document };
}

/** As for copies of proposals: the person's own server may see what it was sent. */
async function isRequester(
  application: Application,
  personId: string,
  requester: string | undefined,
): Promise<boolean> {
  const uri = (await contactOf(application.read, personId))?.actorUri;
  if (uri === undefined || requester === undefined) return false;
  return new URL(uri).origin === new URL(requester).origin;
}
