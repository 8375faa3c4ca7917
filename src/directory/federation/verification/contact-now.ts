import type { Result } from "../../../kernel/base/result.ts";
import { isSameOrigin } from "../../../kernel/federation/documents/reading.ts";
import type { RemoteActor } from "../../../kernel/federation/received.ts";
import type { Looking } from "../../model/look-up/looking.ts";

/** What finding out about contact accounts needs. */
export interface ContactWays {
  readonly lookUpActor: (name: string) => Promise<Result<RemoteActor, { readonly kind: string }>>;
  readonly whereIs: (host: string) => string;
}

/**
 * Asks a place's own server about the account it names. One that lives on another server, under whatever name, is nobody's contact here:
 * anybody could be named there.
 */
export function contactReader({ lookUpActor, whereIs }: ContactWays): Looking["contactOf"] {
  return async (host, look) => {
    if (look.contact === undefined) return look.outcome === "unreachable" || !look.sawAllWays ? "no-answer" : "none";
    const found = await lookUpActor(look.contact);
    if (!found.ok) return found.refusal.kind === "unreachable" ? "no-answer" : "none";
    const { uri, handle, movedTo, keyChangedAt } = found.value;
    if (!isSameOrigin(uri, whereIs(host))) return "none";
    return { uri, handle, hasMoved: movedTo !== undefined, keyChangedAt };
  };
}
