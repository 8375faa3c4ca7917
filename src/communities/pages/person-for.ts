import { meetRemoteActor, personByActor } from "../../accounts/index.ts";
import { accepted, refused, type AnyRefusal, type Result } from "../../kernel/base/result.ts";
import { byReader } from "../../ui/request.ts";
import type { CommunityVisit } from "./visit.ts";

/** Nobody was found under what was typed, or their server did not answer. */
export interface NobodyFound extends AnyRefusal {
  readonly kind: "nobody-found" | "their-server-away" | "federation-is-off";
}

/** The person behind a handle or an address as typed, met for the first time or not. Asks their server. */
export async function personFor(
  { c, application, services }: CommunityVisit,
  typed: string,
): Promise<Result<string, NobodyFound>> {
  if (services.findActor === undefined) return refused({ kind: "federation-is-off" });
  const found = await services.findActor(typed);
  if (!found.ok) {
    return refused({ kind: found.refusal.kind === "unreachable" ? "their-server-away" : "nobody-found" });
  }
  const known = await personByActor(application.read, found.value.uri);
  if (known !== undefined) return accepted(known);
  const met = await application.execute(meetRemoteActor, found.value, byReader(c));
  return met.ok ? accepted(met.value.personId) : refused({ kind: "nobody-found" });
}
