import * as z from "zod";
import type { StoredObject } from "./snac2-store.ts";

/** An option of a poll as snac2 shows it. */
export type ShownOption = { readonly name: string; readonly votes: number };

/** The options of a Question that snac2 shows: those with a name and a number of votes. Throws when it is no Question. */
export function pollOptions(poll: StoredObject): readonly ShownOption[] {
  const options = question.parse(poll);
  return (options.oneOf ?? options.anyOf ?? []).map(({ name, replies }) => ({ name, votes: replies.totalItems }));
}

/** The actor that an object is attributed to. Throws when that is no one. */
export function authorOf(object: StoredObject): string {
  return addressed.parse(object).attributedTo;
}

/** Whether `object` was written by somebody else, to this actor, and neither to the public nor to anybody's followers. */
export function isDirectTo(object: StoredObject, actorUrl: string): boolean {
  const { attributedTo, to, cc } = addressed.parse(object);
  const recipients = [...to, ...cc];
  const isWide = recipients.some((recipient) => recipient.endsWith("#Public") || recipient.endsWith("/followers"));
  return attributedTo !== actorUrl && recipients.includes(actorUrl) && !isWide;
}

const option = z.object({ name: z.string(), replies: z.object({ totalItems: z.number() }) });
const question = z.object({
  type: z.literal("Question"),
  oneOf: z.array(option).optional(),
  anyOf: z.array(option).optional(),
});

const recipients = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((value) => [value ?? []].flat());
const addressed = z.object({ attributedTo: z.string(), to: recipients, cc: recipients });
