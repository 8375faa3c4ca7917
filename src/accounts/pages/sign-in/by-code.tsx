import { derivedToken, hashOfToken } from "../../../kernel/secrets/token.ts";
import { ActPanel } from "../../../ui/components/act-panel.tsx";
import { Form } from "../../../ui/components/form.tsx";
import { Handle } from "../../../ui/components/handle.tsx";
import { LivePart, LiveParts } from "../../../ui/components/live-parts.tsx";
import { PageHead } from "../../../ui/components/page-head.tsx";
import { Person } from "../../../ui/components/person.tsx";
import { LinkButton, Submit } from "../../../ui/components/submit.tsx";
import { TimeText } from "../../../ui/components/time-text.tsx";
import { seeOther } from "../../../ui/after-act.ts";
import { Page } from "../../../ui/layout.tsx";
import { refusalPage } from "../../../ui/refusal-page.tsx";
import { byReader, type PageContext } from "../../../ui/request.ts";
import { showCode } from "../../commands/sign-in/show-code.ts";
import { signInByCode } from "../../commands/sign-in/sign-in-by-code.ts";
import { signInCode } from "../../model/sign-in-code.ts";
import { shownCode, type ShownCode } from "../../store/sign-in.read.ts";
import type { AccountPageServices } from "../account-page-services.ts";
import { browserHash, newSession } from "../session/signing-in-browser.ts";
import { signInPath } from "../sign-in-path.ts";
import { letIn } from "./let-in.ts";
import { liveCodeAddress } from "./live-code.ts";
import { nextPath } from "./sign-in-page.tsx";

/** `POST /sign-in/code`: begins to expect a code in a direct message. */
export async function expectCode(c: PageContext, services: AccountPageServices): Promise<Response> {
  const { application } = services;
  const shownAt = application.clock();
  const input = {
    codeHash: hashOfToken(codeOf(c, services, shownAt)),
    browserHash: browserHash(c),
    shownAt: shownAt.toString(),
    thenPath: nextPath(c),
    address: c.var.clientAddress ?? "",
  };
  const shown = await application.execute(showCode, input, byReader(c));
  if (!shown.ok) return refusalPage(c, shown.refusal);
  return shown.value === "shown" ? seeOther(c, "/sign-in/code") : refusalPage(c, { kind: "too-many" });
}

/** `GET /sign-in/code`: shows the code and to whom to send it; once it has come, asks whether to go on as whoever sent it. */
export async function showCodePage(c: PageContext, services: AccountPageServices): Promise<Response> {
  const { frame, t } = c.var;
  const { application, serverHandle } = services;
  const isBound = c.var.formBinding !== "" && serverHandle !== undefined;
  const code = isBound ? await shownCode(application.read, browserHash(c), application.clock()) : undefined;
  if (code === undefined) return seeOther(c, signInPath("/me"));
  const title = t("accounts.code.title");
  return c.html(
    <Page
      frame={frame}
      title={title}
      head={<PageHead frame={frame} name={title} sentence={t("accounts.code.words")} />}
      unlisted
    >
      <LiveParts source={liveCodeAddress(browserHash(c))}>
        <LivePart name="code" words={code.claimedBy === undefined ? undefined : t("accounts.code.arrived")}>
          {code.claimedBy === undefined ? (
            <Waiting c={c} services={services} code={code} />
          ) : (
            <Arrived c={c} name={code.claimedBy.name} handle={code.claimedBy.handle} />
          )}
        </LivePart>
      </LiveParts>
    </Page>,
  );
}

/** `POST /sign-in/code/arrival`: goes on as whoever sent the code. */
export async function goOnByCode(c: PageContext, services: AccountPageServices): Promise<Response> {
  const by = byReader(c);
  const session = newSession(c, services.secret, by.origin.key);
  const result = await services.application.execute(signInByCode, { browser: session.browser }, by);
  if (result.ok) return letIn(c, session, result.value);
  const again = <LinkButton href={signInPath("/me")}>{c.var.t("accounts.sign-in.again")}</LinkButton>;
  return refusalPage(c, result.refusal, <p class="next-step">{again}</p>);
}

interface CodeProps {
  readonly c: PageContext;
  readonly services: AccountPageServices;
  readonly code: ShownCode;
}

function Waiting({ c, services, code }: CodeProps) {
  const { t } = c.var;
  const shown = codeOf(c, services, code.shownAt);
  return (
    <ActPanel
      title={t("accounts.code.send")}
      until={<>{t.rich("accounts.code.until", { time: () => <TimeText t={t} instant={code.expiresAt} /> })}</>}
    >
      <p>{t("accounts.code.to")}</p>
      <p>
        <Handle t={t} handle={services.serverHandle ?? ""} copy />
      </p>
      <p>{t("accounts.code.this")}</p>
      <p class="shown-code">
        <koinon-copy data-text={shown} data-copy={t("ui.handle.copy")} data-copied={t("ui.handle.copied")}>
          <code translate="no">{shown}</code>
        </koinon-copy>
      </p>
      <p>{t("accounts.code.only-yours")}</p>
      <p>
        <LinkButton href="/sign-in/code">{t("accounts.code.sent")}</LinkButton>
      </p>
    </ActPanel>
  );
}

function Arrived({ c, name, handle }: { readonly c: PageContext; readonly name: string; readonly handle: string }) {
  const { frame, t } = c.var;
  return (
    <ActPanel title={t("accounts.code.arrived")}>
      <p>
        <Person t={t} name={name} handle={handle} />
      </p>
      <Form frame={frame} action="/sign-in/code/arrival">
        <Submit>{t("accounts.code.go-on")}</Submit>
      </Form>
    </ActPanel>
  );
}

/** The code is made from the browser's secret and the instant it was asked for, so that the page can show it again without keeping it. */
function codeOf(c: PageContext, { secret }: AccountPageServices, shownAt: Temporal.Instant): string {
  const microseconds = (shownAt.epochNanoseconds / 1000n).toString();
  const derived = derivedToken(secret, "sign-in-code", `${c.var.formBinding}\n${microseconds}`);
  return signInCode([...Buffer.from(derived, "base64url")]);
}
