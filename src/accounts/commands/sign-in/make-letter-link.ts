import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { letterLinkLasts } from "../../model/lifetimes.ts";
import { contactOf } from "../../store/contacts.read.ts";
import { keepLink } from "../../store/sign-in.write.ts";
import { hash } from "./start-session.ts";

/** Why there is no link: nobody may make one but the program itself, or the person has no address. */
export type LetterLinkRefusal = { readonly kind: "not-allowed" } | { readonly kind: "no-address" };

/**
 * Makes a link good that stands in a letter to a person's own mailbox: it leads where the letter is about, and signs its reader in.
 *
 * It works once and for a week, since people read letters late.
 */
export const makeLetterLink = defineCommand({
  name: "accounts/make-letter-link",
  input: z.object({ tokenHash: hash, personId: z.string().max(64), thenPath: z.string().max(2_000) }),
  chain: () => serverChain,
  authorise: async ({ actor }): Promise<LetterLinkRefusal | undefined> =>
    actor.kind === "clock" ? undefined : { kind: "not-allowed" },
  async run(context, { tokenHash, personId, thenPath }): Promise<Result<null, LetterLinkRefusal>> {
    const address = (await contactOf(context.db, personId))?.email;
    if (address === undefined) return refused({ kind: "no-address" });
    await keepLink(context.db, {
      token_hash: tokenHash,
      address,
      adds_to: null,
      then_path: thenPath,
      expires_at: microsecondsFromInstant(context.now.add(letterLinkLasts)),
    });
    return accepted(null);
  },
});
