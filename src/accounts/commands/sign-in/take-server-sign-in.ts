import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { takeServerSignIn as takeOut } from "../../store/sign-in.write.ts";
import { hash } from "./start-session.ts";

/**
 * Takes up a sign-in that comes back from another server: null unless it was begun in this browser, at this server, not long ago.
 *
 * Whoever shows its `state` uses it up, the wrong browser too: not every server ties its answer to the browser that asked, so a
 * sign-in that another browser has seen must be worth nothing.
 */
export const takeServerSignIn = defineCommand({
  name: "accounts/take-server-sign-in",
  input: z.object({ stateHash: hash, browserHash: hash, host: z.string().max(300) }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { stateHash, browserHash, host }) {
    const begun = await takeOut(context.db, stateHash);
    if (begun === undefined || begun.expires_at <= microsecondsFromInstant(context.now)) return accepted(null);
    if (begun.browser_hash !== browserHash || new URL(begun.server).host !== host) return accepted(null);
    return accepted({
      server: begun.server,
      clientId: begun.client_id,
      sealedClientSecret: begun.sealed_client_secret,
      tokenUrl: begun.token_url,
      addsTo: begun.adds_to,
      thenPath: begun.then_path,
    });
  },
});
