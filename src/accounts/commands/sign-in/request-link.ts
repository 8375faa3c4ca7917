import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { emailLinkLasts } from "../../model/lifetimes.ts";
import { limits } from "../../model/limits.ts";
import { keepLink } from "../../store/sign-in.write.ts";
import { emailAddress } from "./email-address.ts";
import { signerIn } from "./signer-in.ts";
import { hash } from "./start-session.ts";
import { ofAddress, ofEveryone, withinLimits } from "./within-limits.ts";

/**
 * Makes a link good that is about to go to a mailbox; says whether it may be sent. It never looks whether anybody has this address,
 * so it neither tells nor takes longer (docs/threats.md, row 43).
 */
export const requestLink = defineCommand({
  name: "accounts/request-link",
  input: z.object({
    tokenHash: hash,
    email: emailAddress,
    thenPath: z.string().max(2_000),
    address: z.string().max(100),
  }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { tokenHash, email, thenPath, address }): Promise<Result<{ readonly isSent: boolean }>> {
    const isWithin = await withinLimits(context, [
      ofAddress(limits.linksOfAddress, address),
      { limit: limits.linksToMailbox, of: email },
      ofEveryone(limits.linksOfEveryone),
    ]);
    if (!isWithin) return accepted({ isSent: false });
    await keepLink(context.db, {
      token_hash: tokenHash,
      address: email,
      adds_to: signerIn(context),
      then_path: thenPath,
      expires_at: microsecondsFromInstant(context.now.add(emailLinkLasts)),
    });
    return accepted({ isSent: true });
  },
});
