import type { MediaType } from "./egress.ts";

const activityStreams = "https://www.w3.org/ns/activitystreams";

/** What an ActivityPub document may call itself (https://www.w3.org/TR/activitypub/#retrieving-objects). */
export const activityDocument: readonly MediaType[] = [
  { type: "application/activity+json" },
  { type: "application/ld+json", profile: activityStreams },
];

/** A WebFinger answer (RFC 7033, section 10.2); many servers call it plain JSON. */
export const webFingerDocument: readonly MediaType[] = [{ type: "application/jrd+json" }, { type: "application/json" }];

/** Plain JSON: NodeInfo, OAuth, the APIs of other software. */
export const jsonDocument: readonly MediaType[] = [{ type: "application/json" }];

/** The value of an Accept header that asks for these. */
export function acceptHeader(types: readonly MediaType[]): string {
  if (types.length === 0) return "*/*";
  return types.map(({ type, profile }) => (profile === undefined ? type : `${type}; profile="${profile}"`)).join(", ");
}

/** Whether a Content-Type header names one of these types; a required profile must be there, possibly among others. */
export function isOneOf(contentType: string | undefined, types: readonly MediaType[]): boolean {
  if (contentType === undefined) return false;
  const [type = "", ...parameters] = contentType.split(";").map((part) => part.trim());
  const profiles = parameters.flatMap(profilesOf);
  return types.some(
    (wanted) =>
      wanted.type === type.toLowerCase() && (wanted.profile === undefined || profiles.includes(wanted.profile)),
  );
}

function profilesOf(parameter: string): readonly string[] {
  const [name = "", value = ""] = parameter.split("=", 2).map((part) => part.trim());
  return name.toLowerCase() === "profile" ? value.replaceAll('"', "").split(" ") : [];
}
