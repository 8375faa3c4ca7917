import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Result } from "../../../kernel/base/result.ts";
import { isObject, isSameOrigin } from "../../../kernel/federation/documents/reading.ts";
import type { Egress } from "../../../kernel/federation/egress/egress.ts";
import { readStrictJson } from "../../../kernel/federation/inbox/strict-json.ts";
import type { RemoteActor } from "../../../kernel/federation/received.ts";
import { directoryActorPath, directoryHandle } from "../../model/sharing/directory-actor.ts";
import type { ReadChanges, Sharing } from "../../model/sharing/sharing.ts";
import { changesBeside } from "./addresses.ts";

/** What sharing with other directories needs. */
export interface SharingWays {
  readonly origin: URL;
  /** The guarded way to other servers. */
  readonly egress: Egress;
  readonly lookUpActor: (name: string) => Promise<Result<RemoteActor, { readonly kind: string }>>;
}

const accepts = [{ type: "application/json" }];

/** So many changes are asked for where as many as there are were too much at once. */
const FEW = 20;

/** The ways to other directories, by the guarded way to other servers. */
export function openSharing({ origin, egress, lookUpActor }: SharingWays): Sharing {
  const ask = async (url: URL): Promise<(ReadChanges & { readonly json: Json }) | "too-large" | "away" | "no-feed"> => {
    // It stands where the directory is: led elsewhere, it is somebody else's.
    const fetched = await egress.fetch({ url: url.href, accepts, redirects: "told" });
    if (!fetched.ok) {
      const { kind } = fetched.refusal;
      if (kind === "too-large") return kind;
      return kind === "wrong-type" ? "no-feed" : "away";
    }
    const { status, body } = fetched.value;
    if (status !== 200) return status >= 500 || status === 429 ? "away" : "no-feed";
    const content = Buffer.from(body).toString("utf8");
    const read = readStrictJson(content);
    return read.ok ? { content, octets: body.byteLength, json: read.value } : "no-feed";
  };

  return {
    async find(typed) {
      const name = actorNamed(typed.trim(), origin);
      if (name === undefined) return "no-directory-there";
      const found = await lookUpActor(name);
      if (!found.ok) return found.refusal.kind === "unreachable" ? "directory-away" : "no-directory-there";
      const { uri, url } = found.value;
      // What it says stands under the host that signs, whatever its handle.
      const { host } = new URL(uri);
      if (isSameOrigin(uri, origin.href)) return "directory-is-here";
      if (!isSameOrigin(url, uri)) return "no-directory-there";
      const changes = await ask(changesBeside(url, 0));
      if (changes === "away") return "directory-away";
      if (typeof changes === "string") return changes === "too-large" ? { uri, host, page: url } : "no-directory-there";
      // The feed names the actor that speaks for it, as the actor leads to the feed.
      const isTheirs = isObject(changes.json) && changes.json["actor"] === uri;
      return isTheirs ? { uri, host, page: url } : "no-directory-there";
    },
    async changesAfter(page, after) {
      const url = changesBeside(page, after);
      const whole = await ask(url);
      if (whole !== "too-large") return withoutJson(whole);
      url.searchParams.set("most", `${FEW}`);
      const few = await ask(url);
      return few === "too-large" ? "no-feed" : withoutJson(few);
    },
  };
}

function withoutJson<Failure extends string>(
  read: (ReadChanges & { readonly json: Json }) | Failure,
): ReadChanges | Failure {
  return typeof read === "string" ? read : { content: read.content, octets: read.octets };
}

/** By what name the actor of a directory is looked for: an address as it is; of a host the one that a Koinon has. */
function actorNamed(typed: string, { protocol }: URL): string | undefined {
  if (/^@?[^\s@/]+@[^\s@/]+$/.test(typed)) return typed;
  const isAddress = /^https?:\/\//i.test(typed);
  const url = URL.parse(isAddress ? typed : `${protocol}//${typed}`);
  if (url === null || url.username !== "" || url.hostname === "") return undefined;
  const leadsNowhere = url.pathname === "/" || url.pathname.replace(/\/$/, "") === "/directory";
  if (!leadsNowhere) return url.href;
  return isAddress ? new URL(directoryActorPath, url).href : `@${directoryHandle}@${url.host}`;
}
