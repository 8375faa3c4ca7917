import type { ReceivedObject } from "../../../kernel/federation/received.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import { longestAlt } from "../../model/attachments/attachments.ts";
import { kindElsewhere, mostElsewhere, type AttachedElsewhere } from "../../model/attachments/elsewhere.ts";

/**
 * What a post from another server carries there, as links to it: what can be reached safely, and the first few of it. Nothing is fetched: what
 * a reader wants to see of it, their own browser asks for.
 */
export function carriedElsewhere(
  object: Pick<ReceivedObject, "attachments"> | undefined,
): readonly AttachedElsewhere[] {
  return (object?.attachments ?? [])
    .filter(({ url }) => url.startsWith("https://") && url.length <= 2_000)
    .slice(0, mostElsewhere)
    .map(({ type, mediaType, url, name }) => ({
      kind: kindElsewhere(mediaType, type),
      url,
      alt: shownName(name, longestAlt),
    }));
}

/** Whether a post says anything: in words, or by what it carries alone, as a picture does. */
export function saysAnything(object: Pick<ReceivedObject, "text" | "attachments">): boolean {
  return object.text !== undefined || carriedElsewhere(object).length > 0;
}
