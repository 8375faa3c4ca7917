import type { Json } from "../../base/canonical-json.ts";
import { accepted, refused, type Result } from "../../base/result.ts";
import type { DocumentFailure } from "../documents/fetch-document.ts";
import { isObject, listOf } from "../documents/reading.ts";
import type { Egress } from "../egress/egress.ts";
import { webFingerDocument } from "../egress/media-type.ts";
import { readStrictJson } from "../inbox/strict-json.ts";

/** What a server says of a handle or a page: which handle it is, and which actor. */
export interface Fingered {
  /** `ana@social.example`, in lower case; undefined when the answer names another kind of subject. */
  readonly handle: string | undefined;
  readonly actorUri: string;
  /** Templates for taking part from there (FEP-3b86, OStatus subscribe), by relation. */
  readonly templates: ReadonlyMap<string, string>;
}

/** Asks the server at `host` about `resource` (`acct:ana@social.example`, or a URL), by RFC 7033. */
export async function askWebFinger(
  egress: Egress,
  scheme: "http:" | "https:",
  host: string,
  resource: string,
): Promise<Result<Fingered, DocumentFailure>> {
  const url = `${scheme}//${host}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`;
  const answer = await egress.fetch({ url, accepts: webFingerDocument });
  if (!answer.ok) return refused({ kind: answer.refusal.mayRetry ? "unreachable" : "refused" });
  const { status, body } = answer.value;
  if (status === 404 || status === 410) return refused({ kind: "missing" });
  if (status !== 200) return refused({ kind: status === 429 || status >= 500 ? "unreachable" : "refused" });
  const read = readStrictJson(Buffer.from(body).toString());
  const found = read.ok ? fingered(read.value) : undefined;
  return found === undefined ? refused({ kind: "missing" }) : accepted(found);
}

const activityTypes =
  /^application\/(activity\+json|ld\+json\s*;\s*profile="https:\/\/www\.w3\.org\/ns\/activitystreams")/;

function fingered(json: Json): Fingered | undefined {
  if (!isObject(json)) return undefined;
  const links = listOf(json["links"]).filter((link) => isObject(link));
  const self = links.find(({ rel, type }) => rel === "self" && typeof type === "string" && activityTypes.test(type));
  const actorUri = self?.["href"];
  if (typeof actorUri !== "string" || !URL.canParse(actorUri)) return undefined;
  const templates = new Map<string, string>();
  for (const { rel, template } of links) {
    if (typeof rel === "string" && typeof template === "string") templates.set(rel, template);
  }
  return { handle: handleFrom(json["subject"]), actorUri, templates };
}

/** `acct:Ana@Social.example` as `ana@social.example`. */
function handleFrom(subject: Json | undefined): string | undefined {
  const parts = typeof subject === "string" ? /^acct:([^@\s]+@[^@\s/]+)$/.exec(subject) : null;
  return parts?.[1]?.toLowerCase();
}
