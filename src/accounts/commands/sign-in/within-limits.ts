import type { CommandContext } from "../../../kernel/commands/command.ts";
import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { limitedAddress, type Limit } from "../../model/limits.ts";
import { countTry, dropExpiredAttempts } from "../../store/sign-in.write.ts";

/** Something that is tried, and on whose account it is counted. */
export interface Try {
  readonly limit: Limit;
  /** An actor, a host, a mailbox, a network address; `everyone` for all together. */
  readonly of: string;
}

/**
 * Counts a try and answers whether it may go on. The first limit that is reached stops the counting, so that somebody who tries too
 * often does not use up what is left for everyone.
 *
 * A command that refuses undoes its counting, so one that counts must accept and say in its value that it was too often.
 */
export async function withinLimits(context: CommandContext, tries: readonly Try[]): Promise<boolean> {
  await dropExpiredAttempts(context.db, context.now);
  for (const { limit, of } of tries) {
    const count = await countTry(context.db, hashOfToken(`${limit.name}\n${of}`), context.now, limit.window);
    if (count > limit.most) return false;
  }
  return true;
}

/** A try on the account of a network address. */
export function ofAddress(limit: Limit, address: string): Try {
  return { limit, of: limitedAddress(address) };
}

/** A try on everybody's account. */
export function ofEveryone(limit: Limit): Try {
  return { limit, of: "everyone" };
}
