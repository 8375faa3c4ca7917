import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { refused, type Result } from "../../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { shownName } from "../../../kernel/text/neutral.ts";
import { personByEmail } from "../../store/people.read.ts";
import { takeLink } from "../../store/sign-in.write.ts";
import { finishSignIn, type SignInOutcome } from "./finish-sign-in.ts";
import type { ProofRefusal } from "./settle-proof.ts";
import { browserInput, hash } from "./start-session.ts";

type Refusal =
  | ProofRefusal
  | { readonly kind: "link-used-up" }
  | { readonly kind: "name-needed"; readonly field: "name" };

/** A name that somebody types for themselves, as others will see it; may come out empty. */
export const typedName = z
  .string()
  .max(200)
  .transform((typed) => shownName(typed));

/**
 * Signs in whoever opened the link in an e-mail, or adds the address to whoever is signed in. Somebody new says how to call them.
 *
 * Refuses `link-used-up`, and `name-needed` for somebody new without a name.
 */
export const signInByLink = defineCommand({
  name: "accounts/sign-in-by-link",
  input: z.object({ tokenHash: hash, name: typedName.default(""), browser: browserInput }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { tokenHash, name, browser }): Promise<Result<SignInOutcome, Refusal>> {
    const link = await takeLink(context.db, tokenHash);
    if (link === undefined || link.expires_at <= microsecondsFromInstant(context.now)) {
      return refused({ kind: "link-used-up" });
    }
    const { address, adds_to: addsTo, then_path: thenPath } = link;
    const isNew = addsTo === null && (await personByEmail(context.db, address)) === undefined;
    if (isNew && name === "") return refused({ kind: "name-needed", field: "name" });
    return finishSignIn(context, { proof: { kind: "email", address, name }, addsTo, thenPath, browser, way: "email" });
  },
});
