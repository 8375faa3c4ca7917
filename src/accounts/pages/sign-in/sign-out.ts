import { hashOfToken } from "../../../kernel/secrets/token.ts";
import { seeOther } from "../../../ui/after-act.ts";
import { byReader, type PageContext } from "../../../ui/request.ts";
import { signOut as endIt } from "../../commands/sign-in/end-session.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { dropSessionCookie, sessionToken } from "../session/session-cookie.ts";

/** `POST /sign-out` */
export async function signOut(c: PageContext, { application }: AccountPageServices): Promise<Response> {
  const token = sessionToken(c);
  if (token !== undefined) await application.execute(endIt, { tokenHash: hashOfToken(token) }, byReader(c));
  dropSessionCookie(c);
  return seeOther(c, "/");
}
