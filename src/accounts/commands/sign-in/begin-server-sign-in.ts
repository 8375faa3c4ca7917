import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { serverSignInLasts } from "../../model/lifetimes.ts";
import { keepServerSignIn } from "../../store/sign-in.write.ts";
import { signerIn } from "./signer-in.ts";
import { hash } from "./start-session.ts";

/** Remembers that a browser goes to another server to sign in there. Whether it may was counted before: see `countServerSignIn`. */
export const beginServerSignIn = defineCommand({
  name: "accounts/begin-server-sign-in",
  input: z.object({
    stateHash: hash,
    browserHash: hash,
    server: z.url(),
    clientId: z.string().max(2_000),
    sealedClientSecret: z.string().max(8_000),
    tokenUrl: z.url(),
    thenPath: z.string().max(2_000),
  }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, input) {
    await keepServerSignIn(context.db, {
      state_hash: input.stateHash,
      browser_hash: input.browserHash,
      server: input.server,
      client_id: input.clientId,
      sealed_client_secret: input.sealedClientSecret,
      token_url: input.tokenUrl,
      adds_to: signerIn(context),
      then_path: input.thenPath,
      expires_at: microsecondsFromInstant(context.now.add(serverSignInLasts)),
    });
    return accepted(null);
  },
});
