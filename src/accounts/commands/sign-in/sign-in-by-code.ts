import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { refused, type Result } from "../../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import type { ActorFacts } from "../../model/person.ts";
import { takeCode } from "../../store/sign-in.write.ts";
import { finishSignIn, type SignInOutcome } from "./finish-sign-in.ts";
import type { ProofRefusal } from "./settle-proof.ts";
import { browserInput } from "./start-session.ts";

type Refusal = ProofRefusal | { readonly kind: "code-not-arrived" };

/** Signs in the browser whose code has come in a direct message, as whoever sent it. Refuses `code-not-arrived`. */
export const signInByCode = defineCommand({
  name: "accounts/sign-in-by-code",
  input: z.object({ browser: browserInput }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { browser }): Promise<Result<SignInOutcome, Refusal>> {
    const code = await takeCode(context.db, browser.browserHash);
    const isInTime = code !== undefined && code.expires_at > microsecondsFromInstant(context.now);
    if (!isInTime || code.claimed_by === null) return refused({ kind: "code-not-arrived" });
    const actor = JSON.parse(code.claimed_by) as ActorFacts;
    const { adds_to: addsTo, then_path: thenPath } = code;
    return finishSignIn(context, { proof: { kind: "actor", actor }, addsTo, thenPath, browser, way: "code" });
  },
});
