import { accepted, refused, type AnyRefusal, type Result } from "../../../kernel/base/result.ts";
import { byReader, type PageContext } from "../../../ui/request.ts";
import { countLookUp } from "../../commands/elsewhere/count-look-up.ts";
import { typedActor } from "../../model/elsewhere/typed-actor.ts";
import type { AccountPageServices, FoundActor } from "../account-page-services.ts";

/** Why no actor was found under what was typed in `field`. */
export interface NoActorFound extends AnyRefusal {
  readonly kind: "actor-not-understood" | "actor-lives-here" | "no-such-actor" | "actor-server-away" | "too-many";
  readonly field?: string;
  readonly host?: string;
}

/** The actor elsewhere that the reader named in a field of a form. Asks its server, so it is counted first. */
export async function actorNamed(
  c: PageContext,
  { application, findActor }: AccountPageServices,
  typed: string,
  field: string,
): Promise<Result<FoundActor, NoActorFound>> {
  const named = typedActor(typed);
  if (named === undefined || findActor === undefined) return refused({ kind: "actor-not-understood", field });
  const { host } = named;
  if (host === application.origin.host) return refused({ kind: "actor-lives-here", field });
  const counted = await application.execute(countLookUp, {}, byReader(c));
  if (!counted.ok || counted.value !== "allowed") return refused({ kind: "too-many" });
  const found = await findActor(named.name);
  if (found.ok) return accepted(found.value);
  return refused({ kind: found.refusal.kind === "unreachable" ? "actor-server-away" : "no-such-actor", field, host });
}
