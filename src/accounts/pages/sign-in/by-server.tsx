import { newToken } from "../../../kernel/secrets/token.ts";
import type { AnyRefusal } from "../../../kernel/base/result.ts";
import { LinkButton } from "../../../ui/components/submit.tsx";
import { textOf } from "../../../ui/form-input.ts";
import { refusedForm } from "../../../ui/form-state.ts";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { refusalStatus } from "../../../ui/refusal-status.ts";
import { sentForm, type PageContext } from "../../../ui/request.ts";
import { signInByServer } from "../../commands/sign-in/sign-in-by-server.ts";
import { typedAccount } from "../../model/typed-account.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { browserHash, newSession } from "../session/signing-in-browser.ts";
import { signInPath } from "../sign-in-path.ts";
import { letIn } from "./let-in.ts";
import { nextPath, SignInPage } from "./sign-in-page.tsx";

/** `POST /sign-in/server`: sends the browser to the server that keeps the account which was typed. */
export async function goToServer(c: PageContext, services: AccountPageServices): Promise<Response> {
  const account = typedAccount(textOf(sentForm(c), "account"));
  if (account === undefined) return signInAgain(c, services, { kind: "account-not-understood" });
  if (services.serverSignIn === undefined) return refusalPage(c, { kind: "not-found" });
  const begun = await services.serverSignIn.begin(account, {
    browserHash: browserHash(c),
    personId: c.var.reader.person?.id,
    thenPath: nextPath(c),
    address: c.var.clientAddress ?? "",
  });
  if (!begun.ok) return signInAgain(c, services, { ...begun.refusal, host: account.host });
  return c.redirect(begun.value.href, 303);
}

/** `GET /sign-in/from/:host`: the browser is back from that server. */
export async function comeFromServer(c: PageContext, services: AccountPageServices): Promise<Response> {
  const { code, state, iss: issuer } = c.req.query();
  const host = c.req.param("host") ?? "";
  if (services.serverSignIn === undefined) return refusalPage(c, { kind: "not-found" });
  // Whoever says no at home comes back with an error in place of a code (RFC 6749, section 4.1.2.1).
  if (c.req.query("error") !== undefined) return tryAgain(c, { kind: "server-refused" }, host);
  if (c.var.formBinding === "" || code === undefined || state === undefined) {
    return tryAgain(c, { kind: "sign-in-lost" }, host);
  }
  const visit = { browserHash: browserHash(c), host, state, code, issuer };
  const finished = await services.serverSignIn.finish(visit);
  if (!finished.ok) return tryAgain(c, finished.refusal, host);
  const session = newSession(c, services.secret, state);
  const { actor, addsTo, thenPath } = finished.value;
  const person = c.var.reader.person;
  const by = {
    actor: person === undefined ? ({ kind: "visitor" } as const) : ({ kind: "person", personId: person.id } as const),
    origin: { from: "web", key: newToken() } as const,
  };
  const input = { actor, addsTo, thenPath, browser: session.browser };
  const result = await services.application.execute(signInByServer, input, by);
  return result.ok ? letIn(c, session, result.value) : tryAgain(c, result.refusal, host);
}

interface RefusedAtServer extends AnyRefusal {
  readonly host?: string;
  readonly thenPath?: string;
}

function signInAgain(
  c: PageContext,
  services: AccountPageServices,
  refusal: RefusedAtServer,
): Response | Promise<Response> {
  const besideField: AnyRefusal & { readonly field: string } = { ...refusal, field: "account" };
  const form = refusedForm(c.var.t, sentForm(c), besideField);
  return c.html(<SignInPage c={c} services={services} form={form} />, refusalStatus(refusal));
}

function tryAgain(c: PageContext, refusal: RefusedAtServer, host: string): Response | Promise<Response> {
  const again = (
    <LinkButton href={signInPath(refusal.thenPath ?? "/me")}>{c.var.t("accounts.sign-in.again")}</LinkButton>
  );
  const named: RefusedAtServer = { ...refusal, host };
  return refusalPage(c, named, <p class="next-step">{again}</p>);
}
