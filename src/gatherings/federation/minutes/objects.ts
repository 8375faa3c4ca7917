import { Article, Note } from "@fedify/vocab";
import type { ActivityDocument, ObjectRoute } from "../../../kernel/federation/outgoing.ts";
import { gatheringById } from "../../store/gatherings.read.ts";
import { context } from "../documents.ts";
import { composedMinutes, composedMinutesNote } from "./composed-minutes.ts";

/** Published minutes, served as an Article at the address of their page, and the short post beside it. */
export const minutesObjects: readonly ObjectRoute[] = [
  {
    type: Article,
    path: "/gatherings/{gathering}/minutes",
    load: async (application, { gathering = "" }) => {
      const found = await gatheringById(application.read, gathering);
      return found === undefined ? undefined : whole(await composedMinutes(application, found));
    },
  },
  {
    type: Note,
    path: "/gatherings/{gathering}/minutes/note",
    load: async (application, { gathering = "" }) => {
      const found = await gatheringById(application.read, gathering);
      return found === undefined ? undefined : whole(await composedMinutesNote(application, found));
    },
  },
];

function whole(document: ActivityDocument | undefined): ActivityDocument | undefined {
  return document && { "@context": context, ...document };
}
