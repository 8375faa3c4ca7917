import { derivedToken, hashOfToken } from "../../../kernel/secrets/token.ts";
import type { PageContext } from "../../../ui/request.ts";
import type { SigningInBrowser } from "../../commands/sign-in/start-session.ts";
import { deviceName } from "../../model/device-name.ts";
import { bindingOf, sessionToken } from "./session-cookie.ts";

/** A browser that signs in: what commands are told of it, and the token that it alone is told. */
export interface NewSession {
  readonly token: string;
  readonly browser: SigningInBrowser;
}

/**
 * The session that a browser will have if it is let in. It is made from the act that asks for it, so that a form sent twice leads to
 * one session, whichever answer the browser keeps.
 *
 * @param act what makes this act one of a kind: the form's key, or a `state`
 */
export function newSession(c: PageContext, secret: Uint8Array, act: string): NewSession {
  const token = derivedToken(secret, "session", `${c.var.formBinding}\n${act}`);
  const replaced = sessionToken(c);
  const browser = {
    browserHash: browserHash(c),
    tokenHash: hashOfToken(token),
    boundHash: hashOfToken(bindingOf(token)),
    replaces: replaced === undefined ? null : hashOfToken(replaced),
    device: deviceName(c.req.header("User-Agent") ?? ""),
    language: c.var.reader.language,
    zone: c.var.reader.zoneIsChosen ? c.var.reader.zone : null,
  };
  return { token, browser };
}

/** By which this browser is known again: what a visitor began, nobody else finishes. */
export function browserHash(c: PageContext): string {
  return hashOfToken(c.var.formBinding);
}
