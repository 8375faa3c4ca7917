/** What a post from another server carries and keeps there: only its address and what it shows are kept here. */
export interface AttachedElsewhere {
  readonly kind: "picture" | "sound" | "film" | "file";
  readonly url: string;
  readonly alt: string;
}

/** So many of them are kept with a post. */
export const mostElsewhere = 8;

/**
 * What kind of thing a media type or, without one, an ActivityStreams type is: `kindElsewhere("image/png", "Document")` is `"picture"`,
 * since Mastodon calls all of them documents.
 */
export function kindElsewhere(mediaType: string | undefined, type: string): AttachedElsewhere["kind"] {
  const [main = ""] = (mediaType ?? type).toLowerCase().split("/");
  switch (main) {
    case "image":
      return "picture";
    case "audio":
      return "sound";
    case "video":
      return "film";
    default:
      return "file";
  }
}
