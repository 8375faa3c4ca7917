import type { Application } from "../../../kernel/application.ts";
import { StorageFailure } from "../../../kernel/database/database.ts";
import { hashOfToken, newToken } from "../../../kernel/secrets/token.ts";
import type { SignedIn } from "../../../ui/page-frame.ts";
import type { PageContext } from "../../../ui/request.ts";
import { touchSession } from "../../commands/sign-in/touch-session.ts";
import { sessionRest } from "../../model/lifetimes.ts";
import { isSessionLive, liveSession } from "../../store/sessions.read.ts";
import { bindingOf, sessionToken } from "./session-cookie.ts";

/**
 * Who a request's session cookie belongs to; undefined for a visitor, and for a session that ended or whose person is suspended.
 * For `PageServices` of the interface.
 */
export function sessionReader(application: Application): (c: PageContext) => Promise<SignedIn | undefined> {
  return async (c) => {
    const token = sessionToken(c);
    if (token === undefined) return undefined;
    const tokenHash = hashOfToken(token);
    const session = await liveSession(application.read, tokenHash, application.clock());
    if (session === undefined) return undefined;
    await keepAlive(application, tokenHash, session.lastSeenAt);
    const { personId: id, name, language, zone } = session;
    return { person: { id, name }, language, zone, binding: bindingOf(token) };
  };
}

/**
 * Asks whether the session of this request still stands: for what stays open after the page is made, such as streams of events. It
 * answers yes for a visitor, who has none that could end.
 */
export function sessionWatch(application: Application, c: PageContext): () => Promise<boolean> {
  const token = c.var.reader.person === undefined ? undefined : sessionToken(c);
  if (token === undefined) return async () => true;
  const tokenHash = hashOfToken(token);
  return () => isSessionLive(application.read, tokenHash, application.clock());
}

async function keepAlive(application: Application, tokenHash: string, lastSeenAt: Temporal.Instant): Promise<void> {
  if (Temporal.Instant.compare(application.clock(), lastSeenAt.add(sessionRest)) < 0) return;
  const by = { actor: { kind: "visitor" }, origin: { from: "web", key: newToken() } } as const;
  try {
    await application.execute(touchSession, { tokenHash }, by);
  } catch (cause) {
    // A full disk must not keep people from reading; the session then merely ends somewhat earlier.
    if (!(cause instanceof StorageFailure)) throw cause;
  }
}
