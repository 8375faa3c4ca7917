import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { bounds } from "../../model/elsewhere/bounds.ts";
import { isFollowing, mayBeFollowed } from "../../model/elsewhere/contact.ts";
import { limits } from "../../model/limits.ts";
import { countFollowed } from "../../store/elsewhere/contacts.read.ts";
import { setFollow, setShutOut } from "../../store/elsewhere/contacts.write.ts";
import { isActorRefused } from "../../store/refused-actors.read.ts";
import { actingPerson, onlyPeople } from "../acting-person.ts";
import { withinLimits } from "../sign-in/within-limits.ts";
import { actingActor, type NoActorYet } from "./acting-actor.ts";
import { contactInput, knownContact } from "./contact-input.ts";

type Refusal =
  | NoActorYet
  | { readonly kind: "sign-in-needed" | "too-many" }
  | {
      readonly kind: "no-microblog" | "actor-host-blocked" | "follows-enough";
      readonly field: "who";
      readonly most: number;
    };

/**
 * Asks to follow a community, a gathering or the like on another server. Whoever follows it already, or asked, asks no more.
 *
 * Refuses `no-microblog` for people, `actor-host-blocked`, `follows-enough` and `too-many`.
 */
export const followActor = defineCommand({
  name: "accounts/follow-actor",
  input: contactInput,
  chain: () => serverChain,
  authorise: onlyPeople,
  async run(context, facts): Promise<Result<{ readonly contactId: string }, Refusal>> {
    const actor = await actingActor(context);
    if (!actor.ok) return actor;
    const refuse = (kind: "no-microblog" | "actor-host-blocked" | "follows-enough") =>
      refused({ kind, field: "who", most: bounds.follows } as const);
    if (!mayBeFollowed(facts.type)) return refuse("no-microblog");
    if (await isActorRefused(context.db, facts)) return refuse("actor-host-blocked");
    const contact = await knownContact(context, actor.value.id, facts);
    if (isFollowing(contact.follow)) return accepted({ contactId: contact.id });
    if ((await countFollowed(context.db, actor.value.id)) >= bounds.follows) return refuse("follows-enough");
    const tries = [{ limit: limits.followsOfPerson, of: actingPerson(context) }];
    if (!(await withinLimits(context, tries))) return refused({ kind: "too-many" });
    const followId = context.ids.unordered<"follow">();
    await setFollow(context.db, contact.id, { id: followId, state: "asked", at: context.now });
    await setShutOut(context.db, contact.id, undefined);
    const payload = { actorId: actor.value.id, uri: facts.uri, followId };
    context.emit({ name: "follow-asked", version: 1, payload });
    return accepted({ contactId: contact.id });
  },
});
