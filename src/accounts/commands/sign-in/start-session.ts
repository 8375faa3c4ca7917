import { z } from "zod";
import type { CommandContext } from "../../../kernel/commands/command.ts";
import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import { sessionLasts } from "../../model/lifetimes.ts";
import type { PersonId } from "../../model/person.ts";
import { keepFirstWishes } from "../../store/contacts.write.ts";
import { carryKeptForms, dropSessionByToken, keepSession } from "../../store/sessions.write.ts";

/** A SHA-256 in hex. */
export const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** The browser that signs in, and the session it is given. */
export const browserInput = z.object({
  /** Of the secret its forms were bound to before. */
  browserHash: hash,
  /** Of the new session's token. */
  tokenHash: hash,
  /** Of the secret its forms are bound to from now on. */
  boundHash: hash,
  /** Of the token of the session that the browser had until now, if any: it ends. */
  replaces: hash.nullable(),
  device: z.string().max(100),
  /** In which language and by whose clock its reader was spoken to, where they or their browser said so. */
  language: z.string().max(35).nullable().default(null),
  zone: z.string().max(64).nullable().default(null),
});

/** See {@link browserInput}. */
export type SigningInBrowser = z.output<typeof browserInput>;

/** The ways of signing in, as the log names them. */
export type SignInWay = "server" | "code" | "email" | "operator-link";

/**
 * Begins a session, ends the one it takes the place of, and takes along what the visitor had typed. Whoever never chose a language or a
 * zone is told things from now on as their browser was.
 */
export async function startSession(
  context: CommandContext,
  personId: PersonId,
  browser: SigningInBrowser,
  way: SignInWay,
): Promise<void> {
  if (browser.replaces !== null) {
    const ended = await dropSessionByToken(context.db, browser.replaces);
    if (ended !== undefined) emitSessionEnded(context, ended.person_id, ended.id);
  }
  const sessionId = context.ids.unordered<"session">();
  const now = microsecondsFromInstant(context.now);
  await keepSession(context.db, {
    id: sessionId,
    token_hash: browser.tokenHash,
    person_id: personId,
    device: browser.device,
    started_at: now,
    last_seen_at: now,
    ends_at: microsecondsFromInstant(context.now.add(sessionLasts)),
  });
  await keepFirstWishes(context.db, personId, browser.language, browser.zone);
  await carryKeptForms(context.db, browser.browserHash, browser.boundHash);
  context.emit({ name: "session-started", version: 1, payload: { personId, sessionId, way } });
}

/** Tells that a session ended, so that what it left open closes. */
export function emitSessionEnded(context: CommandContext, personId: string, sessionId: string): void {
  context.emit({ name: "session-ended", version: 1, payload: { personId, sessionId } });
}
