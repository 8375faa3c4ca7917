import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { keepClient as keep } from "../../store/sign-in.write.ts";

/** Keeps this server's registration as a client at another, for the sign-ins of the next hours. */
export const keepClient = defineCommand({
  name: "accounts/keep-client",
  input: z.object({
    server: z.url(),
    clientId: z.string().max(2_000),
    sealedClientSecret: z.string().max(8_000),
    authorizeUrl: z.url(),
    tokenUrl: z.url(),
    scope: z.string().max(200),
  }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, input) {
    await keep(context.db, {
      server: input.server,
      client_id: input.clientId,
      sealed_client_secret: input.sealedClientSecret,
      authorize_url: input.authorizeUrl,
      token_url: input.tokenUrl,
      scope: input.scope,
      registered_at: microsecondsFromInstant(context.now),
    });
    return accepted(null);
  },
});
