import { seeOther } from "../../../ui/after-act.ts";
import type { PageContext } from "../../../ui/request.ts";
import type { SignInOutcome } from "../../commands/sign-in/finish-sign-in.ts";
import { setSessionCookie } from "../session/session-cookie.ts";
import type { NewSession } from "../session/signing-in-browser.ts";

/** Answers a sign-in that came to its end: on to where they wanted, to their own page, or to the question whether two are one. */
export function letIn(c: PageContext, session: NewSession, { outcome, thenPath }: SignInOutcome): Response {
  switch (outcome) {
    case "signed-in":
      setSessionCookie(c, session.token);
      return seeOther(c, thenPath);
    case "added":
      return seeOther(c, "/me", "identity-added");
    case "already-yours":
      return seeOther(c, "/me", "identity-known");
    case "two-people":
      return seeOther(c, "/sign-in/one-person");
  }
}
