import { z } from "zod";
import { serverChain } from "../../../kernel/activity-log/event.ts";
import { accepted } from "../../../kernel/base/result.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { defineCommand } from "../../../kernel/commands/command.ts";
import { codeLasts } from "../../model/lifetimes.ts";
import { limits } from "../../model/limits.ts";
import { keepCode } from "../../store/sign-in.write.ts";
import { signerIn } from "./signer-in.ts";
import { hash } from "./start-session.ts";
import { ofAddress, ofEveryone, withinLimits } from "./within-limits.ts";

/** Expects a code, which one browser shows from now on, in a direct message; says whether it may be shown. */
export const showCode = defineCommand({
  name: "accounts/show-code",
  input: z.object({
    codeHash: hash,
    browserHash: hash,
    shownAt: z.string(),
    thenPath: z.string().max(2_000),
    address: z.string().max(100),
  }),
  chain: () => serverChain,
  authorise: async () => undefined,
  async run(context, { codeHash, browserHash, shownAt, thenPath, address }) {
    const tries = [ofAddress(limits.codesOfAddress, address), ofEveryone(limits.codesOfEveryone)];
    if (!(await withinLimits(context, tries))) return accepted("too-many" as const);
    await keepCode(context.db, {
      code_hash: codeHash,
      browser_hash: browserHash,
      shown_at: microsecondsFromInstant(Temporal.Instant.from(shownAt)),
      claimed_by: null,
      adds_to: signerIn(context),
      then_path: thenPath,
      expires_at: microsecondsFromInstant(context.now.add(codeLasts)),
    });
    return accepted("shown" as const);
  },
});
